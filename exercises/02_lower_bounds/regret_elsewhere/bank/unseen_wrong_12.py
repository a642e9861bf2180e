"""The chapter has the sharper inequality kl(x, z) <= evidence, so I solve that for z and return T (1 - z) times B's gap."""
import numpy as np


def kl(p, q):
    return p * np.log(p / q) + (1 - p) * np.log((1 - p) / (1 - q))


def regret_elsewhere(regret, horizon, low, mid, high):
    gap_a, gap_b = mid - low, high - mid
    pulls = np.asarray(regret, dtype=float) / gap_a
    x = np.clip(pulls / horizon, 1e-12, 1 - 1e-12)
    nats = pulls * kl(low, high)
    below, above = x.copy(), np.full_like(x, 1 - 1e-15)
    for _ in range(100):
        z = (below + above) / 2
        inside = kl(x, z) <= nats
        below = np.where(inside, z, below)
        above = np.where(inside, above, z)
    return np.maximum(0, gap_b * horizon * (1 - below))
