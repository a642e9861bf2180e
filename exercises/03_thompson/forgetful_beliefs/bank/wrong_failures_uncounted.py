"""A failure changes nothing in your beliefs but the fading. It is evidence like a success, and
belongs into beta."""

import numpy as np


def forgetful_beliefs(alpha, beta, arm, reward, keep):
    heads = keep * (alpha - 1)
    tails = keep * (beta - 1)
    run = np.arange(len(arm))
    heads[run, arm] += reward
    return heads + 1, tails + 1
