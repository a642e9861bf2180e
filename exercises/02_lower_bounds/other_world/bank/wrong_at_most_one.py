"""You cut the estimate off at 1, because chances are not larger. The card asks for the plain mean:
over many repetitions it is right on average only if it is left as it is."""

import numpy as np


def other_world(arm, reward, event, means, other):
    p, q = means[arm], other[arm]
    won = reward * np.log(q / p)
    lost = (1 - reward) * np.log((1 - q) / (1 - p))
    weight = np.exp((won + lost).sum(axis=-1))
    return float(min(1.0, (weight * event).mean()))
