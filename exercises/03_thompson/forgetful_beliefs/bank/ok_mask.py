"""A mask of the arm pulled in each run instead of an index."""

import numpy as np


def forgetful_beliefs(alpha, beta, arm, reward, keep):
    pulled = arm[:, None] == np.arange(alpha.shape[1])
    reward = reward[:, None]
    after = keep * alpha + (1 - keep) + np.where(pulled, reward, 0.0)
    return after, keep * beta + (1 - keep) + np.where(pulled, 1 - reward, 0.0)
