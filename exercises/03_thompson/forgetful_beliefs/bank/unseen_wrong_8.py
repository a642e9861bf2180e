"""Misconception: only the arm that was pulled grows older; a belief that gets no news is left as it is."""
import numpy as np


def forgetful_beliefs(alpha, beta, arm, reward, keep):
    run = np.arange(len(arm))
    new_alpha, new_beta = alpha.copy(), beta.copy()
    new_alpha[run, arm] = 1 + keep * (alpha[run, arm] - 1) + reward
    new_beta[run, arm] = 1 + keep * (beta[run, arm] - 1) + 1 - reward
    return new_alpha, new_beta
