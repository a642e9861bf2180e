"""What a look says is cut with what the look before it said."""
import numpy as np


def anytime_interval(means, looks, delta):
    k = np.arange(1, len(looks) + 1)
    radius = np.sqrt(np.log(2 * k * (k + 1) / delta) / (2 * looks))
    low, high = means - radius, means + radius
    known_low, known_high = low.copy(), high.copy()
    known_low[..., 1:] = np.maximum(low[..., 1:], low[..., :-1])
    known_high[..., 1:] = np.minimum(high[..., 1:], high[..., :-1])
    return np.stack([known_low, known_high], axis=-1)
