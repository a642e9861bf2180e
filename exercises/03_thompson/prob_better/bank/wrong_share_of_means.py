"""You divide one mean by the sum of the two. That is a rule for sharing pulls, but not the
probability of being better: after ten thousand pulls of each arm it still says nearly 1/2 for means
of 0.5 and 0.6."""


def prob_better(a1, b1, a2, b2):
    mean1, mean2 = a1 / (a1 + b1), a2 / (a2 + b2)
    return mean1 / (mean1 + mean2)
