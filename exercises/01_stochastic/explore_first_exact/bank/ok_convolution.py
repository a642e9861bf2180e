import numpy as np


def explore_first_regret(n_explore, horizon, good, bad):
    """The law of the difference of the two counts, by doubling convolutions."""
    one = np.convolve([1 - bad, bad], [good, 1 - good])  # of bad - good: -1, 0, 1
    law = np.ones(1)
    for _ in range(n_explore):
        law = np.convolve(law, one)
    mid = n_explore
    p_wrong = law[mid + 1 :].sum() + 0.5 * law[mid]
    delta = good - bad
    return float(delta * n_explore + delta * p_wrong * (horizon - 2 * n_explore))
