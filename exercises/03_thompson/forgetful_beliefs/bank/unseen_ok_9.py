"""Vectorised, with an index pair."""
import numpy as np


def forgetful_beliefs(alpha, beta, arm, reward, keep):
    run = np.arange(len(arm))
    new_alpha = 1 + keep * (alpha - 1)
    new_beta = 1 + keep * (beta - 1)
    new_alpha[run, arm] += reward
    new_beta[run, arm] += 1 - reward
    return new_alpha, new_beta
