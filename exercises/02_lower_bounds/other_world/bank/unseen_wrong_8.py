"""The event's chance is its share of the runs, and this is corrected by the mean weight of a run."""
import numpy as np


def other_world(arm, reward, event, means, other):
    p, q = means[arm], other[arm]
    won = reward * np.log(q / p)
    lost = (1 - reward) * np.log((1 - q) / (1 - p))
    weight = np.exp((won + lost).sum(axis=-1))
    return float(event.mean() * weight.mean())
