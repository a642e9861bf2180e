"""Nothing is forgotten: that is the ordinary posterior, right for a world that stays."""

import numpy as np


def forgetful_beliefs(alpha, beta, arm, reward, keep):
    heads = alpha - 1.0
    tails = beta - 1.0
    run = np.arange(len(arm))
    heads[run, arm] += reward
    tails[run, arm] += 1 - reward
    return heads + 1, tails + 1
