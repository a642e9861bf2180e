"""The arm just pulled keeps all of its old evidence, and only the others forget. Its old rewards
are as old as theirs: everything seen before this round must fade."""

import numpy as np


def forgetful_beliefs(alpha, beta, arm, reward, keep):
    heads = keep * (alpha - 1)
    tails = keep * (beta - 1)
    run = np.arange(len(arm))
    heads[run, arm] = (alpha - 1)[run, arm] + reward
    tails[run, arm] = (beta - 1)[run, arm] + 1 - reward
    return heads + 1, tails + 1
