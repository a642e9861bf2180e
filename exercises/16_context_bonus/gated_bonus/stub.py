import numpy as np


def gated_bonus(episodic, novelty, most):
    """episodic * min(max(1 + (novelty - mean) / sd, 1), most).

    episodic, novelty: float arrays (R, E), >= 0; most: a float >= 1.
    Mean and sd of each run; where sd is 0 the gate is 1.
    """
    raise NotImplementedError
