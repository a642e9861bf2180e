"""The number of the look says what it may spend, the number of rewards what it knows.

1 / (k (k + 1)) is 1/k - 1/(k + 1), so the shares of delta add up to delta and never more: the
union bound holds for any number of looks, and nobody need say beforehand how many there will be.
With probability 1 - delta no interval ever misses. In that event the truth lies in all of them, so
it lies between the highest low end and the lowest high end, and those can only move together.

Looks at 1, 2, 4, ... have numbers near log2(n). The price for looking is then log log n, where the
chapter's radius, with a look after every reward, pays log n.
"""

import numpy as np


def anytime_interval(means, looks, delta):
    number = np.arange(1, len(looks) + 1)
    share = delta / (number * (number + 1))
    radius = np.sqrt(np.log(2 / share) / (2 * looks))
    low = np.maximum.accumulate(means - radius, axis=-1)
    high = np.minimum.accumulate(means + radius, axis=-1)
    return np.stack([low, high], axis=-1)
