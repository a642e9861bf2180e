"""Misconception: the weight must undo world A, so it is the chance in A over the chance in B."""

import numpy as np


def other_world(arm, reward, event, means, other):
    p, q = means[arm], other[arm]
    won = reward * np.log(p / q)
    lost = (1 - reward) * np.log((1 - p) / (1 - q))
    weight = np.exp((won + lost).sum(axis=-1))
    return float((weight * event).mean())
