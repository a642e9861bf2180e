"""At an end there is no next pair, so there is no bonus at all, only the reward."""
import numpy as np


def advised_sarsa(q, advice, step, rate, discount):
    s, a, r, s2, a2, terminated = step
    new = np.array(q, dtype=float)
    if terminated:
        target = r
    else:
        target = r + discount * advice[s2, a2] - advice[s, a] + discount * q[s2, a2]
    new[s, a] += rate * (target - q[s, a])
    return new, (new + advice).argmax(axis=1)
