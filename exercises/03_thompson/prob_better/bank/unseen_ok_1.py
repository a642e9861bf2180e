import math


def prob_better(a1, b1, a2, b2):
    """Log-gamma sum, added up by recursion in halves; clipped to [0, 1]."""
    lg = math.lgamma

    def lbeta(a, b):
        return lg(a) + lg(b) - lg(a + b)

    def add(lo, hi):
        if hi - lo == 1:
            return math.exp(
                lbeta(a2 + lo, b1 + b2) - math.log(b1 + lo) - lbeta(1 + lo, b1) - lbeta(a2, b2)
            )
        mid = (lo + hi) // 2
        return add(lo, mid) + add(mid, hi)

    return min(1.0, max(0.0, add(0, a1)))
