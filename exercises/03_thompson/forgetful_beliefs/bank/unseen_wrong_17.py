"""The arms pulled are the columns, so the reward goes to [:, arm]."""
import numpy as np


def forgetful_beliefs(alpha, beta, arm, reward, keep):
    new_alpha = 1 + keep * (alpha - 1)
    new_beta = 1 + keep * (beta - 1)
    new_alpha[:, arm] += reward
    new_beta[:, arm] += 1 - reward
    return new_alpha, new_beta
