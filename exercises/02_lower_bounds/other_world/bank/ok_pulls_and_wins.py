"""Pulls and wins of each arm in each run are enough: the weight is a product over arms."""

import numpy as np


def other_world(arm, reward, event, means, other):
    log_weight = np.zeros(len(arm))
    for k in range(len(means)):
        pulled = arm == k
        wins = (pulled * reward).sum(axis=1)
        losses = pulled.sum(axis=1) - wins
        log_weight += wins * np.log(other[k] / means[k])
        log_weight += losses * np.log((1 - other[k]) / (1 - means[k]))
    return float(np.exp(log_weight)[event].sum() / len(event))
