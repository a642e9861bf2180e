"""A constant shifts all values alike, with an end or without one, so the order of the policies cannot change."""
import numpy as np


def predict(question):
    mine = {
        "half": 69,
        "nines": 13,
        "order": 99,
        "lasting": "always",
        "ending": "always",
    }
    if mine[question] is None:
        raise NotImplementedError
    return mine[question]
