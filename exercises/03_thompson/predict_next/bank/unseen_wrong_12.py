"""Matching means: each arm is given in proportion to its mean, so B gets mean_B / (mean_A + mean_B)."""
import numpy as np


def share(mean_a, mean_b):
    return mean_b / (mean_a + mean_b)


def predict_next():
    few = share(5 / 7, 1 / 2)
    many = share(41 / 52, 1 / 2)
    close = share(41 / 52, 36 / 52)
    return {
        "few": few,
        "many": many,
        "close": close,
        "batch": 100 * few,
        "batch_ucb1": 100,
    }
