"""You used the chapter's other bound, by the divergence of two chances. It is true, and a different number: the card
gives three facts, and the bound that follows from these is asked for."""

import numpy as np


def kl(p, q):
    return p * np.log(p / q) + (1 - p) * np.log((1 - p) / (1 - q))


def regret_elsewhere(regret, horizon, low, mid, high):
    x = np.minimum(regret / (mid - low) / horizon, 1 - 1e-12)
    x = np.maximum(x, 1e-15)
    nats = x * horizon * kl(low, high)
    below, above = x.copy(), np.full(x.shape, 1 - 1e-15)
    for _ in range(100):
        z = (below + above) / 2
        small = kl(x, z) <= nats
        below, above = np.where(small, z, below), np.where(small, above, z)
    return horizon * (high - mid) * (1 - below)
