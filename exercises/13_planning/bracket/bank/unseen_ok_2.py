"""Plain Python loops over states and actions, two lists at the end."""
import numpy as np


def bracket(probs, reward, gamma, value):
    swept, changes = [], []
    for s in range(len(reward)):
        options = []
        for a in range(len(reward[s])):
            later = sum(probs[s][a][t] * value[t] for t in range(len(value)))
            options.append(reward[s][a] + gamma * later)
        swept.append(max(options))
        changes.append(max(options) - value[s])
    low, high = min(changes), max(changes)
    below = [v + gamma * low / (1 - gamma) for v in swept]
    above = [v + gamma * high / (1 - gamma) for v in swept]
    return np.array([below, above])
