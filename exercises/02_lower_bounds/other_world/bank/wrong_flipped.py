"""Your ratio is upside down, A over B. A run that is likelier in B must gain weight, not lose it.
Try the sure event: the weights no longer have mean 1."""

import numpy as np


def other_world(arm, reward, event, means, other):
    p, q = means[arm], other[arm]
    won = reward * np.log(p / q)
    lost = (1 - reward) * np.log((1 - p) / (1 - q))
    weight = np.exp((won + lost).sum(axis=-1))
    return float((weight * event).mean())
