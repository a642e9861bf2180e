"""Plain SARSA on q + advice, and the advice taken off again."""

import numpy as np


def advised_sarsa(q, advice, step, rate, discount):
    s, a, reward, t, b, terminated = step
    total = q + advice
    ahead = 0.0 if terminated else total[t, b]
    total[s, a] += rate * (reward + discount * ahead - total[s, a])
    return total - advice, np.argmax(total, axis=1)
