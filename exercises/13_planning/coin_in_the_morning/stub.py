import numpy as np


def one_policy(probs, gamma, start, first, second, share):
    """The policy (S, A) with the coin's occupancy.

    probs (S, A, S), start (S,), first and second (S, A).
    """
    raise NotImplementedError
