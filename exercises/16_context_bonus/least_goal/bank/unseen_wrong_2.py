"""The rewards after the arrival are discounted as in any return: the first one by discount to the power 0."""
import numpy as np


def least_goal(bonus, arrival, discount):
    out = np.zeros(len(bonus))
    for r in range(len(bonus)):
        for k, b in enumerate(bonus[r, arrival[r] + 1 :]):
            out[r] += discount**k * b
    return out
