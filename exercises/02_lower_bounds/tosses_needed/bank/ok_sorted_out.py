"""Heads are sorted into verdicts first, and the errors of each verdict are added."""

from scipy.stats import binom


def tosses_needed(p, q, delta):
    for n in range(1, 2000):
        wrong = 0.0
        one, other = (binom.pmf(range(n + 1), n, coin) for coin in (p, q))
        for likely_p, likely_q in zip(one, other):
            wrong += 0.5 * (likely_q if likely_p >= likely_q else likely_p)
        if wrong <= delta:
            return int(n)
