"""After k sweeps gamma^k of the first error is left, and the first error may be much larger than 1.

From a guess of 0 the first error is the largest value, up or down, and no policy can gain or lose more than the
largest reward in every step: max |R| / (1 - gamma). Multiply it in, and the count is right. Where all rewards are
alike the bound is exact, so neither of its two factors may be left out. The test that finds it needs no other program:
one state that pays the same for ever. To stop by the last step, as the chapter does, keeps the promise too.
"""

import numpy as np


def values_within(probs, reward, gamma, tolerance):
    """The best value of each state, (S,), to within tolerance.

    probs (S, A, S), reward (S, A).
    """
    value = np.zeros(len(reward))
    error = np.abs(reward).max() / (1 - gamma)
    while error > tolerance:
        q = reward + gamma * probs @ value
        value = q.max(axis=-1)
        error = gamma * error
    return value
