"""You let many heads always speak for q. Where p is the larger one they speak for p."""

import numpy as np
from scipy.stats import binom


def tosses_needed(p, q, delta):
    for n in range(1, 1001):
        c = np.arange(n + 2)  # say "q" from c heads on
        says_q_under_p = binom.sf(c - 1, n, p)
        says_p_under_q = binom.cdf(c - 1, n, q)
        if ((says_q_under_p + says_p_under_q) / 2).min() <= delta:
            return n
    return 1000
