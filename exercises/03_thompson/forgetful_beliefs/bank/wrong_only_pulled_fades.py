"""Only the arm just pulled forgets. The world changes while you look elsewhere: what you know of
the arms that you do not pull grows old as well, and they must become uncertain, or they are never
tried again."""

import numpy as np


def forgetful_beliefs(alpha, beta, arm, reward, keep):
    heads, tails = alpha - 1, beta - 1
    run = np.arange(len(arm))
    heads[run, arm] *= keep
    tails[run, arm] *= keep
    heads[run, arm] += reward
    tails[run, arm] += 1 - reward
    return heads + 1, tails + 1
