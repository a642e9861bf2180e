import numpy as np


def anytime_interval(means, looks, delta):
    """What is known after each look, (R, L, 2) or (L, 2).

    means: array (R, L) or (L,) of means of rewards in [0, 1];
    looks: int array (L,), rewards seen at each look;
    delta: a number in (0, 1).
    """
    raise NotImplementedError
