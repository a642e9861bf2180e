"""The chapter measured peeking: 0.7 % at one look, 11 % within 1000 tosses, 16 % within 10,000."""
import numpy as np


def peeking_share(case):
    if case == "one look":
        return 0.008
    if case == "ten looks":
        return 0.03
    if case == "every toss":
        return 0.11
    return 0.16
