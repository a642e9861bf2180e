"""You let the prior fade with the evidence. The parameters then fall below 1 and on towards 0,
where nearly all draws are 0 or 1; an arm not pulled for long must come back to the prior, not leave
it behind."""

import numpy as np


def forgetful_beliefs(alpha, beta, arm, reward, keep):
    heads = keep * alpha
    tails = keep * beta
    run = np.arange(len(arm))
    heads[run, arm] += reward
    tails[run, arm] += 1 - reward
    return heads, tails
