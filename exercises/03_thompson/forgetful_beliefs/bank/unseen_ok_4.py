import math

import numpy as np


def forgetful_beliefs(alpha, beta, arm, reward, keep):
    """Recursion: halve the runs until one is left; fade towards 1 through logs."""
    n_runs = len(alpha)
    if n_runs > 1:
        half = n_runs // 2
        top = forgetful_beliefs(alpha[:half], beta[:half], arm[:half], reward[:half], keep)
        rest = forgetful_beliefs(alpha[half:], beta[half:], arm[half:], reward[half:], keep)
        return tuple(np.concatenate(pair) for pair in zip(top, rest))
    out = np.array([alpha, beta], dtype=float)
    for cell in np.ndindex(out.shape):
        evidence = out[cell] - 1
        out[cell] = 1 + math.exp(math.log(evidence) + math.log(keep)) if evidence > 0 else 1
    for r, k, x in zip(range(n_runs), arm, reward):
        out[:, r, k] += x, 1 - x
    return out[0], out[1]
