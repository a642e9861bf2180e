"""The error to close is ten times as large and each step ten times as slow: a hundred times as many sweeps."""
import numpy as np


def predict(question):
    mine = {
        "half": 69,
        "nines": 100,
        "order": 99,
        "lasting": "always",
        "ending": "not always",
    }
    if mine[question] is None:
        raise NotImplementedError
    return mine[question]
