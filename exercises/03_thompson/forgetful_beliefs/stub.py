import numpy as np


def forgetful_beliefs(alpha, beta, arm, reward, keep):
    """The beliefs after one more round in a world that changes.

    alpha, beta: float arrays (R, K), all >= 1;
    arm: int array (R,); reward: float array (R,) in [0, 1];
    keep: one float in (0, 1]. Returns new alpha, new beta.
    """
    raise NotImplementedError
