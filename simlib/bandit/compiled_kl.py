"""KL-UCB as a loop that numba turns into machine code: run by run, for its logarithms do not come in rows.

In this file: the kernel `kl_ucb`, and its steps `kl_choice` and `kl_solved`. See `kl_ucb.py` for the idea.
"""

from __future__ import annotations

import numpy as np

from simlib.bandit.compiled_step import F, U, W, own, pull, report, table


def kl_ucb(means, times, luck, pulls_at, best_at, c_log_log):
    """Every arm once, then the largest q with pulls * kl(mean, q) <= log t + c log log t; in 64 bits."""
    n_arms, luck, c = len(means), own(luck), 0
    pulls, total, mean, fit = table(n_arms), table(n_arms), table(n_arms), np.zeros((n_arms, W))
    arm, u, n = np.zeros(W, U), np.empty(W, F), np.empty(W, F)
    for t in range(1, times[-1] + 1):
        level = np.log(t) + (c_log_log * np.log(np.log(t)) if t >= 3 else 0.0)
        for w in range(W):
            arm[w] = U(t - 1) if t <= n_arms else kl_choice(w, arm[w], level, pulls, total, fit)
        pull(means, arm, luck, pulls, total, mean, u, n)
        for w in range(W):
            heads, p = float(total[arm[w], w]), float(total[arm[w], w]) / float(n[w])
            # the log likelihood of its own mean, against which others are held
            fit[arm[w], w] = (heads * np.log(p) + (n[w] - heads) * np.log(1 - p)) if 0 < p < 1 else 0.0
        if t == times[c]:
            c = report(c, pulls, mean, pulls_at, best_at)


def kl_choice(w, arm, level, pulls, total, fit):
    """Run w's arm with the largest index. Another arm's is above q if q surprises it by less than the level.

    So one index is solved, that of the arm pulled last, and another only where an arm is seen to beat it.
    """
    q = kl_solved(float(total[arm, w]) / float(pulls[arm, w]), level / float(pulls[arm, w]))
    while True:
        log_q, log_rest = np.log(max(q, 1e-300)), np.log(max(1 - q, 1e-300))
        rival, least = arm, level
        for k in range(len(pulls)):
            heads, n = float(total[k, w]), float(pulls[k, w])
            surprise = fit[k, w] - heads * log_q - (n - heads) * log_rest
            surprise = -np.inf if heads >= q * n else surprise
            if k != arm and surprise < least:
                rival, least = U(k), surprise
        if rival == arm:
            return arm
        better = kl_solved(float(total[rival, w]) / float(pulls[rival, w]), level / float(pulls[rival, w]))
        if better <= q:  # rounding alone made a rival
            return arm
        arm, q = rival, better


def kl_solved(mean, budget):
    """The largest q in [mean, 1] with kl(mean, q) <= budget: Newton's method, as in `kl_upper`."""
    if mean == 1:
        return 1.0
    entropy = 0.0 if mean == 0 else -mean * np.log(mean) - (1 - mean) * np.log(1 - mean)
    rest = max(np.exp(-(budget + entropy) / (1 - mean)), 1 - mean - np.sqrt(budget / 2))  # of 1 - q
    for _ in range(100):
        q = 1 - rest
        surprise = -entropy - (mean * np.log(q) if mean > 0 else 0.0) - (1 - mean) * np.log(rest)
        step = max(surprise - budget, 0.0) * q * rest / (q - mean)
        rest += step
        if step <= 1e-14:
            return 1 - rest
    raise RuntimeError("kl_solved did not converge in 100 steps")
