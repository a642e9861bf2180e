"""You add up the bonuses ahead as if later were as good as now. Each is worth less the later it comes."""

import numpy as np


def least_goal(bonus, arrival, discount):
    ahead = np.arange(bonus.shape[1]) - arrival[:, None]
    return np.where(ahead > 0, bonus, 0.0).sum(axis=1)
