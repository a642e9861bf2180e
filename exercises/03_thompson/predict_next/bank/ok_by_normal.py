"""Bell curves in place of the posteriors."""

import math


def above(mean, variance):
    return 0.5 * (1 + math.erf(mean / math.sqrt(2 * variance)))


def predict_next():
    a, b = 41 / 52, 36 / 52
    few = 1 - 5 / 7
    close = above(b - a, a * (1 - a) / 53 + b * (1 - b) / 53)
    return {"few": few, "many": 1 - a, "close": close, "batch": 100 * few, "batch_ucb1": 100.0}
