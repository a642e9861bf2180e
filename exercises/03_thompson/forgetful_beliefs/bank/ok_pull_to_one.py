"""Both parameters move towards 1, together, before the reward is added."""

import numpy as np


def forgetful_beliefs(alpha, beta, arm, reward, keep):
    both = np.array([alpha, beta], dtype=float)
    both += (1 - keep) * (1 - both)
    np.add.at(both, (0, np.arange(len(arm)), arm), reward)
    np.add.at(both, (1, np.arange(len(arm)), arm), 1 - reward)
    return both[0], both[1]
