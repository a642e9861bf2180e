"""Misconception: the arrays handed in belong to the function, so it may change them in place and hand them back."""
import numpy as np


def forgetful_beliefs(alpha, beta, arm, reward, keep):
    run = np.arange(len(arm))
    for belief, seen in ((alpha, reward), (beta, 1 - reward)):
        belief -= 1
        belief *= keep
        belief[run, arm] += seen
        belief += 1
    return alpha, beta
