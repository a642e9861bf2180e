from math import exp, fsum, lgamma, log


def best_error(n, p, q):
    terms = []
    for k in range(n, -1, -1):
        ways = lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
        under_p = ways + k * log(p) + (n - k) * log(1 - p)
        under_q = ways + k * log(q) + (n - k) * log(1 - q)
        terms.append(exp(min(under_p, under_q)))
    return fsum(terms) / 2


def tosses_needed(p, q, delta):
    """More tosses never hurt: double, then halve the interval."""
    good = 1
    while best_error(good, p, q) > delta:
        good *= 2
    bad = good // 2
    while good - bad > 1:
        middle = (good + bad) // 2
        if best_error(middle, p, q) <= delta:
            good = middle
        else:
            bad = middle
    return good
