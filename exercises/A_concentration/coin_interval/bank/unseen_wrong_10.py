"""Written anew from the inequality: e^(-x) = delta, so n kl(mean, q) <= log(1 / delta)."""
import numpy as np


def kl(p, q):
    with np.errstate(divide="ignore", invalid="ignore"):
        a = np.where(p > 0, p * np.log(p / q), 0.0)
        b = np.where(p < 1, (1 - p) * np.log((1 - p) / (1 - q)), 0.0)
    return a + b


def coin_interval(mean, n, delta):
    x = np.log(1 / delta)
    ends = []
    for end in (0.0, 1.0):
        near, away = mean.copy(), np.full(mean.shape, end)
        for _ in range(60):
            q = (near + away) / 2
            ok = n * kl(mean, q) <= x
            near = np.where(ok, q, near)
            away = np.where(ok, away, q)
        ends.append(near)
    return np.stack(ends, axis=-1)
