"""You let the total variation grow in proportion to the number of tosses. It cannot, for it is at
most 1: what the second toss tells is partly known from the first. It grows like the root at
first."""


def error(p, q, n):
    return (1 - min(1, n * abs(p - q))) / 2


def tosses_needed(p, q, delta):
    n = 1
    while error(p, q, n) > delta:
        n += 1
    return n
