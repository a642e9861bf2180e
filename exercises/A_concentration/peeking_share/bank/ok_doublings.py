"""One chance of 5 % for each look far apart, and some 9 % for each doubling where every toss is
looked at."""

import math


def peeking_share(case):
    if case == "one look":
        return 1 - 0.95
    if case == "ten looks":
        return 1 - 0.95 ** (1 + math.log2(10))
    longest = 10_000 if "longer" in case else 1000
    return 1 - 0.95 * 0.91 ** math.log2(longest / 10)
