import numpy as np


def peeking_share(case):
    """Your prediction for one plan, a number in [0, 1]."""
    mine = {
        "one look": None,
        "ten looks": None,
        "every toss": None,
        "ten times longer": None,
    }
    return mine[case]
