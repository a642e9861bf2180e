"""Recursion: the earlier half of the looks, then the later half meets its end."""
import numpy as np


def _known(means, looks, delta, first):
    count = len(looks)
    if count == 1:
        share = delta / first - delta / (first + 1)
        radius = (np.log(2 / share) / looks[0] / 2) ** 0.5
        return means[..., None] + radius * np.array([-1.0, 1.0])
    half = count // 2
    early = _known(means[..., :half], looks[:half], delta, first)
    late = _known(means[..., half:], looks[half:], delta, first + half)
    low = np.maximum(early[..., -1:, 0], late[..., 0])
    high = np.minimum(early[..., -1:, 1], late[..., 1])
    return np.concatenate([early, np.stack([low, high], -1)], axis=-2)


def anytime_interval(means, looks, delta):
    return _known(means, looks, delta, 1)
