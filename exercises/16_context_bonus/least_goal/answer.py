"""What was paid before, and in the step of the arrival itself, is paid on both ways, so it cancels.

What remains is the goal, worth its reward at the arrival, against the bonuses of all later steps, discounted from the
arrival and not from the start. A goal of 1 loses against a constant bonus of 0.3 with four steps left, and against
0.12 with twelve: the longer the episode, the smaller the bonus must be. No count or memory comes into it.
"""

import numpy as np


def least_goal(bonus, arrival, discount):
    ahead = np.arange(bonus.shape[1]) - arrival[:, None]
    weight = np.where(ahead > 0, discount ** np.maximum(ahead, 0), 0.0)
    return (weight * bonus).sum(axis=1)
