"""You cut the weights off at 1. Then runs that are likelier in B than in A do not gain what they
must, and the estimate is too small. A weight is a ratio of two chances and may be large."""

import numpy as np


def other_world(arm, reward, event, means, other):
    p, q = means[arm], other[arm]
    won = reward * np.log(q / p)
    lost = (1 - reward) * np.log((1 - q) / (1 - p))
    weight = np.exp((won + lost).sum(axis=-1))
    return float((np.minimum(weight, 1) * event).mean())
