"""Numbers worked out with pencil: log 2 / 0.01 roughly, 1146 sweeps against 88, one place per sweep."""
import numpy as np


def predict(question):
    mine = {
        "half": 69,
        "nines": 13,
        "order": 99,
        "lasting": "always",
        "ending": "not always",
    }
    if mine[question] is None:
        raise NotImplementedError
    return mine[question]
