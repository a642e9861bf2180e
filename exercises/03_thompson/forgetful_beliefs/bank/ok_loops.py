"""Two loops and no NumPy but for the result."""

import numpy as np


def forgetful_beliefs(alpha, beta, arm, reward, keep):
    new_alpha, new_beta = np.empty(alpha.shape), np.empty(beta.shape)
    for r in range(alpha.shape[0]):
        for k in range(alpha.shape[1]):
            new_alpha[r, k] = 1 + keep * (alpha[r, k] - 1)
            new_beta[r, k] = 1 + keep * (beta[r, k] - 1)
        new_alpha[r, arm[r]] += reward[r]
        new_beta[r, arm[r]] += 1 - reward[r]
    return [new_alpha, new_beta]
