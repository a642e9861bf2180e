"""A rule of thumb: each doubling of n survives with the same chance."""
import math


def peeking_share(case):
    alone = math.erfc(1.96 / math.sqrt(2))
    if case == "one look":
        return alone
    if case == "ten looks":
        return 1 - (1 - alone) ** 4.5
    doublings = math.log2(1000 / 10 if case == "every toss" else 10_000 / 10)
    return 1 - (1 - alone) * 0.915**doublings
