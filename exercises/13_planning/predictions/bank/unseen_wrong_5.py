"""Adding 5 makes small differences relatively smaller, and a reward of -1 becomes a positive one, so the best policy may change."""
import numpy as np


def predict(question):
    mine = {
        "half": 69,
        "nines": 13,
        "order": 99,
        "lasting": "not always",
        "ending": "not always",
    }
    if mine[question] is None:
        raise NotImplementedError
    return mine[question]
