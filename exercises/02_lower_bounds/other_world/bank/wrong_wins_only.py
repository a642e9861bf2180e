"""Only rounds that paid count in your weight. A pull that pays nothing is as much a part of the run
as one that pays: it too is likelier in one of the worlds."""

import numpy as np


def other_world(arm, reward, event, means, other):
    p, q = means[arm], other[arm]
    won = reward * np.log(q / p)
    weight = np.exp(won.sum(axis=-1))
    return float((weight * event).mean())
