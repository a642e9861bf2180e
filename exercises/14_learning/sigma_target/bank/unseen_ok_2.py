"""A loop over the runs in plain Python, a list at the end made an array."""
import numpy as np


def sigma_target(reward, next_q, next_action, terminated, truncated, discount, epsilon, sigma):
    targets = []
    for i in range(len(reward)):
        row = [float(x) for x in next_q[i]]
        if terminated[i]:
            targets.append(float(reward[i]))
            continue
        top = max(row)
        winners = row.count(top)
        mean = 0.0
        for value in row:
            chance = epsilon / len(row)
            if value == top:
                chance += (1 - epsilon) / winners
            mean += chance * value
        worth = sigma * row[next_action[i]] + (1 - sigma) * mean
        targets.append(float(reward[i]) + discount * worth)
    return np.array(targets)
