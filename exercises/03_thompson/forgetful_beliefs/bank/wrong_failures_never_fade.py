"""Successes fade and failures do not. Then every arm looks worse and worse as time goes on,
whatever it pays now."""

import numpy as np


def forgetful_beliefs(alpha, beta, arm, reward, keep):
    heads = keep * (alpha - 1)
    tails = beta - 1.0
    run = np.arange(len(arm))
    heads[run, arm] += reward
    tails[run, arm] += 1 - reward
    return heads + 1, tails + 1
