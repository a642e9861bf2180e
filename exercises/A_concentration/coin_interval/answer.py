"""What was seen comes first, what is suspected second.

n kl(mean, q) is the evidence that n rewards of this mean give against a coin q, on average. Ten
tosses without heads are possible for any coin but the one that always shows heads: the evidence is
-log(1 - q) a toss, finite, and it grows with q. The code handed out asks the other way round: how
much would rewards of the mean `middle` say against a coin that never shows heads? One single heads
would refute that coin, so the answer is infinite for every middle above 0, and the interval
shrinks to a point. Near 1/2 the two directions differ little, which is why a test in the middle does
not see the mistake.
"""

import numpy as np


def kl(p, q):
    with np.errstate(divide="ignore", invalid="ignore"):
        heads = np.where(p > 0, p * np.log(p / q), 0)
        tails = np.where(p < 1, (1 - p) * np.log((1 - p) / (1 - q)), 0)
    return heads + tails


def edge(mean, end, level):
    inside, outside = mean, np.full_like(mean, end)
    for _ in range(60):
        middle = (inside + outside) / 2
        far = kl(mean, middle) > level
        outside = np.where(far, middle, outside)
        inside = np.where(far, inside, middle)
    return inside


def coin_interval(mean, n, delta):
    level = np.log(2 / delta) / n
    ends = [edge(mean, end, level) for end in (0, 1)]
    return np.stack(ends, axis=-1)
