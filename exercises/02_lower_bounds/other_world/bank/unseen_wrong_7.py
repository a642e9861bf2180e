"""Weights must add up to 1, so the chance is the weight of the runs with the event over the weight of all runs."""
import numpy as np


def other_world(arm, reward, event, means, other):
    p, q = means[arm], other[arm]
    won = reward * np.log(q / p)
    lost = (1 - reward) * np.log((1 - q) / (1 - p))
    weight = np.exp((won + lost).sum(axis=-1))
    return float(weight[event].sum() / weight.sum())
