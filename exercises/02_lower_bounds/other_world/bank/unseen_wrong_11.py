"""I compute the weights more simply, the probability of the run in B over that in A, and take the mean over all runs."""
import numpy as np


def other_world(arm, reward, event, means, other):
    p, q = means[arm], other[arm]
    in_a = np.where(reward == 1, p, 1 - p).prod(axis=-1)
    in_b = np.where(reward == 1, q, 1 - q).prod(axis=-1)
    weight = in_b / in_a
    return float((weight * event).mean())
