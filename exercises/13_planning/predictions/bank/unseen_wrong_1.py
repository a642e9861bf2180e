"""Gauss-Seidel uses a new value as soon as it is there, so one sweep carries the prize through the whole corridor."""
import numpy as np


def predict(question):
    mine = {
        "half": 69,
        "nines": 13,
        "order": 1,
        "lasting": "always",
        "ending": "not always",
    }
    if mine[question] is None:
        raise NotImplementedError
    return mine[question]
