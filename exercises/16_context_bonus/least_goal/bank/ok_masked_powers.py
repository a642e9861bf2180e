"""All weights from the start, divided by the weight of the arrival."""

import numpy as np


def least_goal(bonus, arrival, discount):
    weight = float(discount) ** np.arange(bonus.shape[1])
    later = np.arange(bonus.shape[1])[None, :] > arrival[:, None]
    return (bonus * weight * later).sum(axis=1) / weight[arrival]
