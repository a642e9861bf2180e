import numpy as np


def forgetful_beliefs(alpha, beta, arm, reward, keep):
    """Total evidence and its successful part; long doubles, Fortran order."""
    n_runs, n_arms = alpha.shape
    flat = np.arange(n_runs) * n_arms + arm
    big = np.longdouble
    weight = np.bincount(flat, minlength=n_runs * n_arms).astype(big)
    won = np.bincount(flat, weights=reward, minlength=n_runs * n_arms).astype(big)
    weight = weight.reshape(n_runs, n_arms) + keep * (alpha.astype(big) + beta - 2)
    won = won.reshape(n_runs, n_arms) + keep * (alpha.astype(big) - 1)
    new_alpha, new_beta = np.asfortranarray(1 + won), np.asfortranarray(1 + weight - won)
    return new_alpha, new_beta
