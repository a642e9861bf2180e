"""Misconception: a weighted mean has to be divided by the sum of the weights, so that the sure event gets exactly 1."""

import numpy as np


def other_world(arm, reward, event, means, other):
    p, q = means[arm], other[arm]
    won = reward * np.log(q / p)
    lost = (1 - reward) * np.log((1 - q) / (1 - p))
    weight = np.exp((won + lost).sum(axis=-1))
    return float(weight[event].sum() / weight.sum())
