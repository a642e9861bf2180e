"""A bonus in step t is worth discount to the power t, as in the formula of the chapter."""
import numpy as np


def least_goal(bonus, arrival, discount):
    t = np.arange(bonus.shape[1])
    later = t > arrival[:, None]
    return (later * bonus * float(discount) ** t).sum(axis=1)
