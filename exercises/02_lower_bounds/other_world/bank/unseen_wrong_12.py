"""The mistake is the mean of an empty array: an event that never happened gives nan where it has to be 0.0."""
import numpy as np


def other_world(arm, reward, event, means, other):
    p, q = means[arm], other[arm]
    won = reward * np.log(q / p)
    lost = (1 - reward) * np.log((1 - q) / (1 - p))
    weight = np.exp((won + lost).sum(axis=-1))
    if not event.any():
        return 0.0
    return float(weight[event].mean())
