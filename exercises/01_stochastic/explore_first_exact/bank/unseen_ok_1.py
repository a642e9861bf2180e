"""Style: the law of one pair of pulls, raised to the n-th power by recursion."""
import numpy as np


def _power(law, n):
    if n == 1:
        return law
    half = _power(law, n // 2)
    full = np.convolve(half, half)
    return np.convolve(full, law) if n % 2 else full


def explore_first_regret(n_explore, horizon, good, bad):
    # difference good - bad of one pair: -1, 0, +1
    pair = np.array([
        (1 - good) * bad,
        good * bad + (1 - good) * (1 - bad),
        good * (1 - bad),
    ])
    law = _power(pair, n_explore)           # -n .. n
    wrong = law[:n_explore].sum() + law[n_explore] / 2
    return np.float64((good - bad) * (n_explore + (horizon - 2 * n_explore) * wrong))
