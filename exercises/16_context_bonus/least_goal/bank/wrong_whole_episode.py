"""You count all bonuses of the episode. Those up to the arrival are paid on both ways and cancel."""

import numpy as np


def least_goal(bonus, arrival, discount):
    return (bonus * discount ** np.arange(bonus.shape[1])).sum(axis=1)
