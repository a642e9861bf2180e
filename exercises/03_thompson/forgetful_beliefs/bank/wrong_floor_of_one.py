"""You let all of alpha and beta fade, and catch them where they fall below 1. The prior must stay
whole all the time: what fades is the part above 1."""

import numpy as np


def forgetful_beliefs(alpha, beta, arm, reward, keep):
    heads, tails = keep * alpha, keep * beta
    run = np.arange(len(arm))
    heads[run, arm] += reward
    tails[run, arm] += 1 - reward
    return np.maximum(heads, 1.0), np.maximum(tails, 1.0)
