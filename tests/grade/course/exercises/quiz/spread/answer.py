"""Two ends and a difference."""


def spread(x):
    return float(max(x) - min(x))
