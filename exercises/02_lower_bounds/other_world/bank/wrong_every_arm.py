"""You count all arms in every round, as if each had been tossed. Only the arm that was pulled shows
what it pays; the others tell nothing about the world."""

import numpy as np


def other_world(arm, reward, event, means, other):
    p, q = means[arm], other[arm]
    won = reward * np.log(q / p)
    lost = (1 - reward) * np.log((1 - q) / (1 - p))
    unseen = np.log(other / means).mean() * (len(means) - 1)
    weight = np.exp((won + lost + unseen).sum(axis=-1))
    return float((weight * event).mean())
