"""Going on from the arrival gives the bonuses from that step on, so the sum starts at the arrival itself."""
import numpy as np


def least_goal(bonus, arrival, discount):
    k = np.arange(bonus.shape[1]) - arrival[:, None]
    weight = np.where(k >= 0, float(discount) ** np.maximum(k, 0), 0.0)
    return (weight * bonus).sum(axis=1)
