import numpy as np


def regret_elsewhere(regret, horizon, low, mid, high):
    """The least regret in world B of policies with this regret in A.

    regret: array (n,) of floats >= 0; horizon: T, an int;
    0 < low < mid < high < 1. An array (n,) of floats >= 0.
    """
    raise NotImplementedError
