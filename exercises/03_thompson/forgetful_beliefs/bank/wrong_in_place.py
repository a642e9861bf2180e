"""The numbers are right, but you changed the arrays that you were given. Whoever called you still needs the old
beliefs, to compare or to try another arm. Work on copies."""

import numpy as np


def forgetful_beliefs(alpha, beta, arm, reward, keep):
    run = np.arange(len(arm))
    alpha *= keep
    alpha += 1 - keep
    beta *= keep
    beta += 1 - keep
    alpha[run, arm] += reward
    beta[run, arm] += 1 - reward
    return alpha, beta
