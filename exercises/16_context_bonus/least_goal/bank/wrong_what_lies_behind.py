"""You count the bonuses before the arrival. They were paid already, whichever way is taken now."""

import numpy as np


def least_goal(bonus, arrival, discount):
    ahead = np.arange(bonus.shape[1]) - arrival[:, None]
    weight = np.where(ahead < 0, discount ** np.maximum(-ahead, 0), 0.0)
    return (weight * bonus).sum(axis=1)
