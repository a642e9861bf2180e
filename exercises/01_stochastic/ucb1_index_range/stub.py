import numpy as np


def ucb1_index_range(reward_mean, pulls, t, low, high):
    """UCB1's index (R, K) or (K,) for rewards in [low, high].

    reward_mean, pulls: arrays (R, K) or (K,); t int >= 1;
    low < high, two numbers. Arms never pulled get +inf.
    """
    raise NotImplementedError
