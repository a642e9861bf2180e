"""You multiply the mean weight of all runs by the share of runs in which the event happened. Weight
and event are not independent: the event is likelier in runs that one of the worlds favours.
Multiply first, then take the mean."""

import numpy as np


def other_world(arm, reward, event, means, other):
    p, q = means[arm], other[arm]
    won = reward * np.log(q / p)
    lost = (1 - reward) * np.log((1 - q) / (1 - p))
    weight = np.exp((won + lost).sum(axis=-1))
    return float(weight.mean() * event.mean())
