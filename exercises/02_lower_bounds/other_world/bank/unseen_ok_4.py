import numpy as np


def other_world(arm, reward, event, means, other):
    """Log-sum-exp over the runs in which the event happened."""
    runs = arm.shape[0]
    table = np.log(np.stack([(1 - other) / (1 - means), other / means]))
    logs = table[reward.astype(int), arm].sum(axis=1)
    logs = logs[np.flatnonzero(event)]
    if logs.size == 0:
        return 0.0
    top = logs.max()
    return float(np.exp(top + np.log(np.exp(logs - top).sum()) - np.log(runs)))
