"""The posterior is what was seen: A cures 80 %, so Beta(4, 1) and Beta(40, 10); a prior adds nothing."""
import numpy as np


def predict_next():
    # B never tried: a uniform draw is above A with 1 - 4/5
    few = 1 - 4 / 5
    many = 1 - 40 / 50
    close = 0.12  # Beta(40, 10) against Beta(35, 15)
    return {
        "few": few,
        "many": many,
        "close": close,
        "batch": 100 * few,
        "batch_ucb1": 100,
    }
