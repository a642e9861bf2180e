"""You hand back a number for each run. A run alone says hardly anything about a chance: what is asked is their mean."""

import numpy as np


def other_world(arm, reward, event, means, other):
    p, q = means[arm], other[arm]
    won = reward * np.log(q / p)
    lost = (1 - reward) * np.log((1 - q) / (1 - p))
    weight = np.exp((won + lost).sum(axis=-1))
    return weight * event
