"""You still take the mean among the runs in which the event happened, and only cover the case that
there are none. That mean is the chance in B over the chance in A; an event and its opposite then
add up to about 2."""

import numpy as np


def other_world(arm, reward, event, means, other):
    p, q = means[arm], other[arm]
    won = reward * np.log(q / p)
    lost = (1 - reward) * np.log((1 - q) / (1 - p))
    weight = np.exp((won + lost).sum(axis=-1))
    return float(weight[event].mean()) if event.any() else 0.0
