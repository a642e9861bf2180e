"""The largest number alone says how high, not how far apart."""


def spread(x):
    return float(max(x))
