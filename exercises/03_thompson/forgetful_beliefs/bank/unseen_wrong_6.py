"""Misconception: that the prior never fades only means that no parameter may sink below 1, so the whole parameter fades and is stopped at 1."""
import numpy as np


def forgetful_beliefs(alpha, beta, arm, reward, keep):
    new_alpha = np.maximum(1, keep * alpha)
    new_beta = np.maximum(1, keep * beta)
    run = np.arange(len(arm))
    new_alpha[run, arm] += reward
    new_beta[run, arm] += 1 - reward
    return new_alpha, new_beta
