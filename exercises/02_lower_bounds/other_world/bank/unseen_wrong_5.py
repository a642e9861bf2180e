"""Misconception: the ratio of two products is best computed as the two products, as it is written in the formula."""

import numpy as np


def other_world(arm, reward, event, means, other):
    p, q = means[arm], other[arm]
    chance_a = np.where(reward == 1, p, 1 - p).prod(axis=-1)
    chance_b = np.where(reward == 1, q, 1 - q).prod(axis=-1)
    return float((chance_b / chance_a * event).mean())
