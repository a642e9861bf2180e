"""Loops over plain lists."""

import numpy as np


def advised_sarsa(q, advice, step, rate, discount):
    s, a, reward, t, b, terminated = step
    rows = [list(map(float, row)) for row in q]
    ahead = 0.0
    if not terminated:
        ahead = rows[t][b] + advice[t][b]
    rows[s][a] += rate * (reward - advice[s][a] + discount * ahead - rows[s][a])
    best = []
    for row, hints in zip(rows, advice):
        worth = [x + y for x, y in zip(row, hints)]
        best.append(worth.index(max(worth)))
    return np.array(rows), np.array(best)
