"""You average the old evidence and the new, in the shares keep and 1 - keep. The newest reward must
count as one whole observation, or the belief never narrows."""

import numpy as np


def forgetful_beliefs(alpha, beta, arm, reward, keep):
    heads = keep * (alpha - 1)
    tails = keep * (beta - 1)
    run = np.arange(len(arm))
    heads[run, arm] += (1 - keep) * reward
    tails[run, arm] += (1 - keep) * (1 - reward)
    return heads + 1, tails + 1
