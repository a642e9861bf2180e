"""Halves between a number that is too small and one that is enough; no algebra."""

import numpy as np


def tosses_per_coin(gap, n_coins, delta):
    few, many = np.zeros(gap.shape, np.int64), np.full(gap.shape, 2**40)
    while (many - few).max() > 1:
        middle = (few + many) // 2
        short = 2 * n_coins * np.exp(-2 * middle * (gap / 2) ** 2) > delta
        few, many = np.where(short, middle, few), np.where(short, many, middle)
    return many
