"""A cure counts for alpha, no cure for beta: a round is a success or it is a failure."""
import numpy as np


def forgetful_beliefs(alpha, beta, arm, reward, keep):
    run = np.arange(len(arm))
    cured = reward > 0.5
    new_alpha = 1 + keep * (alpha - 1)
    new_beta = 1 + keep * (beta - 1)
    new_alpha[run, arm] += cured
    new_beta[run, arm] += ~cured
    return new_alpha, new_beta
