"""Only the arm that was pulled has a round more behind it, so only its evidence grows old."""
import numpy as np


def forgetful_beliefs(alpha, beta, arm, reward, keep):
    new_alpha, new_beta = alpha.copy(), beta.copy()
    cell = np.arange(len(arm)), arm
    new_alpha[cell] = 1 + keep * (alpha[cell] - 1) + reward
    new_beta[cell] = 1 + keep * (beta[cell] - 1) + (1 - reward)
    return new_alpha, new_beta
