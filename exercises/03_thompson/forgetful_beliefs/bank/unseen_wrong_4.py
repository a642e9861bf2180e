"""Misconception: a Beta belief counts whole successes and failures, so a reward above one half is a success and any other a failure."""
import numpy as np


def forgetful_beliefs(alpha, beta, arm, reward, keep):
    new_alpha = 1 + keep * (alpha - 1)
    new_beta = 1 + keep * (beta - 1)
    run = np.arange(len(arm))
    success = reward > 0.5
    new_alpha[run, arm] += success
    new_beta[run, arm] += ~success
    return new_alpha, new_beta
