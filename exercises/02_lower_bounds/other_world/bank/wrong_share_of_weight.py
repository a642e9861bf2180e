"""You divide by the sum of the weights, so that the estimates of an event and its opposite add up
to exactly 1. That is a good estimate of another kind, a little biased; asked was the plain mean, in
which every run counts once."""

import numpy as np


def other_world(arm, reward, event, means, other):
    p, q = means[arm], other[arm]
    won = reward * np.log(q / p)
    lost = (1 - reward) * np.log((1 - q) / (1 - p))
    weight = np.exp((won + lost).sum(axis=-1))
    return float(weight[event].sum() / weight.sum())
