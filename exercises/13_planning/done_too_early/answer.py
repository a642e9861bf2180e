"""The last step is not the distance that is left: that is gamma / (1 - gamma) times as long.

A sweep that moves by r is followed by sweeps that may move by gamma r, gamma^2 r, ..., in all gamma r / (1 - gamma).
Where all rewards have one sign this is nearly what happens, so a function that stops at r <= tolerance is wrong by
1 / (1 - gamma). The test that finds it needs no other program: one state that pays 1 for ever.
"""

import numpy as np


def values_within(probs, reward, gamma, tolerance):
    """The best value of each state, (S,), to within tolerance.

    probs (S, A, S), reward (S, A).
    """
    value = np.zeros(len(reward))
    while True:
        q = reward + gamma * probs @ value
        new = q.max(axis=-1)
        if np.abs(new - value).max() * gamma <= tolerance * (1 - gamma):
            return new
        value = new
