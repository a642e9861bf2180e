"""You round rewards to 0 or 1. A reward of 0.3 counts as 0.3 of a success and 0.7 of a failure, so
that the mean of the belief goes to the mean of the rewards."""

import numpy as np


def forgetful_beliefs(alpha, beta, arm, reward, keep):
    heads = keep * (alpha - 1)
    tails = keep * (beta - 1)
    run = np.arange(len(arm))
    heads[run, arm] += reward > 0.5
    tails[run, arm] += reward <= 0.5
    return heads + 1, tails + 1
