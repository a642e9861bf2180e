"""You take the mean over the rounds where the sum belongs. The chance of a run is the product over
its rounds, and so its logarithm is a sum; with a mean, a long game weighs no more than one
round."""

import numpy as np


def other_world(arm, reward, event, means, other):
    p, q = means[arm], other[arm]
    won = reward * np.log(q / p)
    lost = (1 - reward) * np.log((1 - q) / (1 - p))
    weight = np.exp((won + lost).mean(axis=-1))
    return float((weight * event).mean())
