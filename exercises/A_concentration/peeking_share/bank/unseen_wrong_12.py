"""Only doublings of n are fresh chances, each of exactly 5 %; looks in between tell nothing new."""
import math


def peeking_share(case):
    doublings = {
        "one look": 0,
        "ten looks": math.log2(10),
        "every toss": math.log2(100),
        "ten times longer": math.log2(1000),
    }
    return 1 - 0.95 ** (1 + doublings[case])
