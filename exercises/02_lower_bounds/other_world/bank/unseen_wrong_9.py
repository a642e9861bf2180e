"""The mean has to go over all runs, and a chance cannot be above 1, so I cut it off there."""
import numpy as np


def other_world(arm, reward, event, means, other):
    p, q = means[arm], other[arm]
    won = reward * np.log(q / p)
    lost = (1 - reward) * np.log((1 - q) / (1 - p))
    weight = np.exp((won + lost).sum(axis=-1))
    return float(min(1.0, (weight * event).mean()))
