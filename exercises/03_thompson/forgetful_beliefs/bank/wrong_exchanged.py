"""Alpha and beta are exchanged: successes count for beta. Alpha counts what was good."""

import numpy as np


def forgetful_beliefs(alpha, beta, arm, reward, keep):
    heads = keep * (alpha - 1)
    tails = keep * (beta - 1)
    run = np.arange(len(arm))
    heads[run, arm] += 1.0 - reward
    tails[run, arm] += reward
    return heads + 1, tails + 1
