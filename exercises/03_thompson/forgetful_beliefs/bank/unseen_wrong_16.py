"""Take the prior off, fade, put it back: with -=, *= and += this needs no new arrays."""
import numpy as np


def forgetful_beliefs(alpha, beta, arm, reward, keep):
    run = np.arange(len(arm))
    for counts, gained in ((alpha, reward), (beta, 1 - reward)):
        counts -= 1
        counts *= keep
        counts[run, arm] += gained
        counts += 1
    return alpha, beta
