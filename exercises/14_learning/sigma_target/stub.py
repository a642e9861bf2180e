import numpy as np


def sigma_target(reward, next_q, next_action, terminated, truncated, discount, epsilon, sigma):
    """The target (R,) with a share sigma of a draw, the rest of a mean."""
    raise NotImplementedError
