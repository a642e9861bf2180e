"""You hand back the beliefs of the pulled arms alone. The other arms forget too, so their new beliefs are asked for as
well: a number for each run and arm."""

import numpy as np


def forgetful_beliefs(alpha, beta, arm, reward, keep):
    heads = keep * (alpha - 1)
    tails = keep * (beta - 1)
    run = np.arange(len(arm))
    heads[run, arm] += reward
    tails[run, arm] += 1 - reward
    return heads[run, arm] + 1, tails[run, arm] + 1
