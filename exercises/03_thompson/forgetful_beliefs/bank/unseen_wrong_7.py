"""Misconception: the whole of alpha and beta fades, the prior's 1 included."""
import numpy as np


def forgetful_beliefs(alpha, beta, arm, reward, keep):
    run = np.arange(len(arm))
    new_alpha, new_beta = keep * alpha, keep * beta
    new_alpha[run, arm] += reward
    new_beta[run, arm] += 1 - reward
    return new_alpha, new_beta
