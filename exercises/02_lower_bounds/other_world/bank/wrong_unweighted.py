"""You count the runs in which the event happened, without their weights. That is the chance in A.
The runs came from A, and B would have dealt some of them more often and some less."""

import numpy as np


def other_world(arm, reward, event, means, other):
    p, q = means[arm], other[arm]
    won = reward * np.log(q / p)
    lost = (1 - reward) * np.log((1 - q) / (1 - p))
    weight = np.exp((won + lost).sum(axis=-1))
    return float(event.mean())
