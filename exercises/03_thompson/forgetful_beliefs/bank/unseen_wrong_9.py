"""Misconception: first learn, then forget: the reward of this round fades as well."""
import numpy as np


def forgetful_beliefs(alpha, beta, arm, reward, keep):
    run = np.arange(len(arm))
    new_alpha, new_beta = alpha - 1, beta - 1
    new_alpha[run, arm] += reward
    new_beta[run, arm] += 1 - reward
    return 1 + keep * new_alpha, 1 + keep * new_beta
