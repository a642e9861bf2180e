"""The newest reward has faded already. Forget first and learn then, so that the reward of this
round counts in full."""

import numpy as np


def forgetful_beliefs(alpha, beta, arm, reward, keep):
    heads, tails = alpha - 1, beta - 1
    run = np.arange(len(arm))
    heads[run, arm] += reward
    tails[run, arm] += 1 - reward
    return keep * heads + 1, keep * tails + 1
