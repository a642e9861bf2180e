"""You count doublings of n as the only chances, each of the same size. Looks in between tell little that is new, but
not nothing: there are many of them."""

import math


def peeking_share(case):
    doublings = {
        "one look": 0,
        "ten looks": math.log2(10),
        "every toss": math.log2(100),
        "ten times longer": math.log2(1000),
    }
    return 1 - 0.95 ** (1 + doublings[case])
