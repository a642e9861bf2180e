import numpy as np


def other_world(arm, reward, event, means, other):
    """The event's chance in the other world, from runs in this one.

    arm, reward, event: (R, T), (R, T), (R,); means, other: (K,).
    One line is wrong.
    """
    p, q = means[arm], other[arm]
    won = reward * np.log(q / p)
    lost = (1 - reward) * np.log((1 - q) / (1 - p))
    weight = np.exp((won + lost).sum(axis=-1))
    return float(weight[event].mean())
