"""Misconception: the parameters themselves fade, so that the prior loses weight with the evidence."""
import numpy as np


def forgetful_beliefs(alpha, beta, arm, reward, keep):
    new_alpha = keep * alpha
    new_beta = keep * beta
    run = np.arange(len(arm))
    new_alpha[run, arm] += reward
    new_beta[run, arm] += 1 - reward
    return new_alpha, new_beta
