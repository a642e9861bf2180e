"""You divide by the number of runs without the event. That gives odds, not a chance. The whole is
all the runs."""

import numpy as np


def other_world(arm, reward, event, means, other):
    p, q = means[arm], other[arm]
    won = reward * np.log(q / p)
    lost = (1 - reward) * np.log((1 - q) / (1 - p))
    weight = np.exp((won + lost).sum(axis=-1))
    return float((weight * event).sum() / max(1, (~event).sum()))
