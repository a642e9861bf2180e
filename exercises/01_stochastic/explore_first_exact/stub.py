import numpy as np


def explore_first_regret(n_explore, horizon, good, bad):
    """Expected regret of explore-first on two coins.

    n_explore pulls of each arm, then the better mean
    for the rest of the horizon; ties are halved.
    """
    raise NotImplementedError
