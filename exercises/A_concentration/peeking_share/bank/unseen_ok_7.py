"""A formula: a fresh chance of 9 % with each doubling of n (and 5 % for the one look)."""
import math


def peeking_share(case):
    if case == "one look":
        return 0.05
    if case == "ten looks":
        return 1 - 0.95 * (1 - 0.05) ** math.log2(10)
    last = 1000 if case == "every toss" else 10_000
    return 1 - (1 - 0.09) ** math.log2(last / 10)
