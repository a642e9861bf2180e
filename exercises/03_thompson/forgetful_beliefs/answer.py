"""Forget first, then learn; and forget the evidence, not the prior.

alpha - 1 and beta - 1 are the successes and failures seen, for the prior is Beta(1, 1). In each round all
of them fade, of every arm, whether it was pulled or not: the world changes also where nobody looks. Then the reward
of this round is added in full. An arm not pulled for n rounds has kept the share keep^n of its evidence, and its
belief has widened back towards the prior: so it is tried again by itself. An arm pulled in every round is never
known better than by 1 / (1 - keep) observations.
"""

import numpy as np


def forgetful_beliefs(alpha, beta, arm, reward, keep):
    heads = keep * (alpha - 1)
    tails = keep * (beta - 1)
    run = np.arange(len(arm))
    heads[run, arm] += reward
    tails[run, arm] += 1 - reward
    return heads + 1, tails + 1
