"""Plain loop over the runs, a dot product with the powers for each tail."""
import numpy as np


def least_goal(bonus, arrival, discount):
    need = []
    for row, a in zip(bonus, arrival):
        ahead = row[a + 1 :]
        need.append(float(ahead @ discount ** np.arange(1, len(ahead) + 1)))
    return np.array(need)
