"""Misconception: it is enough to keep alpha and beta from sinking below the prior's 1, so fade the whole and clip at 1."""
import numpy as np


def forgetful_beliefs(alpha, beta, arm, reward, keep):
    run = np.arange(len(arm))
    new_alpha = np.maximum(1.0, keep * alpha)
    new_beta = np.maximum(1.0, keep * beta)
    new_alpha[run, arm] += reward
    new_beta[run, arm] += 1 - reward
    return new_alpha, new_beta
