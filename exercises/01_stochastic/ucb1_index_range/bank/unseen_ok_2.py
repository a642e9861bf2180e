import numpy as np


def to_unit(x, low, high):
    return (x - low) / (high - low)


def from_unit(z, low, high):
    return low + (high - low) * z


def chapter_index(mean, pulls, t):
    with np.errstate(divide="ignore", invalid="ignore"):
        return mean + np.sqrt(2 * np.log(t) / pulls)


def ucb1_index_range(reward_mean, pulls, t, low, high):
    """Be the second person, then translate the index back."""
    z_index = chapter_index(to_unit(reward_mean, low, high), pulls, t)
    return np.where(pulls == 0, np.inf, from_unit(z_index, low, high))
