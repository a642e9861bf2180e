"""You multiply the share of the event by the mean weight within it. Where the event never happened that mean is one of
nothing; the estimate is then simply 0."""

import numpy as np


def other_world(arm, reward, event, means, other):
    p, q = means[arm], other[arm]
    won = reward * np.log(q / p)
    lost = (1 - reward) * np.log((1 - q) / (1 - p))
    weight = np.exp((won + lost).sum(axis=-1))
    return float(event.mean() * weight[event].mean())
