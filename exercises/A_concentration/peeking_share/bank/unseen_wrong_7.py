"""A 95 % interval is wrong for 5 % of the coins; how often she looks at it cannot change a coin."""
import numpy as np


def peeking_share(case):
    mine = {
        "one look": 0.05,
        "ten looks": 0.05,
        "every toss": 0.05,
        "ten times longer": 0.05,
    }
    return mine[case]
