"""No halving: Newton from outside on the convex kl; result as float32."""
import numpy as np


def _newton(p, level):
    """High end: q from the right; kl is convex in q, so Newton is monotone.

    In u = -log(1 - q): kl = p log p - p log(1 - e^-u)
    + (1 - p) (log(1 - p) + u), convex in u; start at a point beyond.
    """
    entropy = p * np.log(p) + (1 - p) * np.log(1 - p)
    u = -np.log(1 - p) + 1e-3
    # go out until beyond the level
    for _ in range(200):
        value = entropy - p * np.log(-np.expm1(-u)) + (1 - p) * u
        u = np.where(value > level, u, 1.5 * u + level)
    for _ in range(100):
        value = entropy - p * np.log(-np.expm1(-u)) + (1 - p) * u
        slope = (1 - p) + p * np.exp(-u) / np.expm1(-u)
        u = u - np.where(slope > 0, (value - level) / slope, 0)
    return -np.expm1(-u)


def coin_interval(mean, n, delta):
    level = np.log(2 / delta) / n
    mean = np.asarray(mean, dtype=np.float64)
    inner = (mean > 0) & (mean < 1)
    p = np.where(inner, mean, 0.5)
    high = np.where(inner, _newton(p, level), 1.0)
    low = np.where(inner, 1 - _newton(1 - p, level), 0.0)
    high = np.where(mean == 0, -np.expm1(-level), high)
    low = np.where(mean == 1, np.exp(-level), low)
    return np.column_stack((low, high)).astype(np.float32)
