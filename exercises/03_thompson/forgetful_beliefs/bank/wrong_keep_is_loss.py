"""You take `keep` for the share that is forgotten. With keep = 0.99 you throw nearly all away in
every round; with keep = 1, where nothing should be lost, everything is."""

import numpy as np


def forgetful_beliefs(alpha, beta, arm, reward, keep):
    heads = (1 - keep) * (alpha - 1)
    tails = (1 - keep) * (beta - 1)
    run = np.arange(len(arm))
    heads[run, arm] += reward
    tails[run, arm] += 1 - reward
    return heads + 1, tails + 1
