"""The given function with its last line repaired: runs without the event count with 0."""
import numpy as np


def other_world(arm, reward, event, means, other):
    p, q = means[arm], other[arm]
    won = reward * np.log(q / p)
    lost = (1 - reward) * np.log((1 - q) / (1 - p))
    weight = np.exp((won + lost).sum(axis=-1))
    return float(np.where(event, weight, 0.0).mean())
