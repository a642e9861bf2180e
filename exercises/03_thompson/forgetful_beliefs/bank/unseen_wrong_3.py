"""Misconception: first the reward is counted and then everything fades, the reward of this round with the rest."""
import numpy as np


def forgetful_beliefs(alpha, beta, arm, reward, keep):
    new_alpha, new_beta = alpha.copy(), beta.copy()
    run = np.arange(len(arm))
    new_alpha[run, arm] += reward
    new_beta[run, arm] += 1 - reward
    return 1 + keep * (new_alpha - 1), 1 + keep * (new_beta - 1)
