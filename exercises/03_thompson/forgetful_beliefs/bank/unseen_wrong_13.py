"""Everything known is multiplied by keep, then the reward is added."""
import numpy as np


def forgetful_beliefs(alpha, beta, arm, reward, keep):
    run = np.arange(len(arm))
    new_alpha = keep * alpha
    new_beta = keep * beta
    new_alpha[run, arm] += reward
    new_beta[run, arm] += 1 - reward
    return new_alpha, new_beta
