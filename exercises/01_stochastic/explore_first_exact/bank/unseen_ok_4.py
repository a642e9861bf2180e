"""Style: coins are added one at a time (Pascal), in long doubles; one bilinear form g H b."""
import numpy as np


def _law(n, p):
    p = np.longdouble(p)
    law = np.zeros(n + 1, dtype=np.longdouble)
    law[0] = 1
    for _ in range(n):
        law[1:] = law[1:] * (1 - p) + law[:-1] * p
        law[0] *= 1 - p
    return law


def explore_first_regret(n_explore, horizon, good, bad):
    k = np.arange(n_explore + 1)
    lost = np.heaviside(k[None, :] - k[:, None], 0.5)   # [good's count, bad's count]
    wrong = (_law(n_explore, good)[:, None] * lost * _law(n_explore, bad)).sum()
    pulls_of_bad = n_explore + (horizon - 2 * n_explore) * wrong
    return pulls_of_bad * (np.longdouble(good) - np.longdouble(bad))
