"""Misconception: a reward is a success or a failure, so a reward above one half is counted as one success, any other as one failure."""
import numpy as np


def forgetful_beliefs(alpha, beta, arm, reward, keep):
    run = np.arange(len(arm))
    success = np.where(reward > 0.5, 1.0, 0.0)
    new_alpha = 1 + keep * (alpha - 1)
    new_beta = 1 + keep * (beta - 1)
    new_alpha[run, arm] += success
    new_beta[run, arm] += 1 - success
    return new_alpha, new_beta
