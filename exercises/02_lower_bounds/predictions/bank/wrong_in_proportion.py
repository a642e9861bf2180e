"""You compare the coins by their ratio. What a toss tells also depends on how much it varies by itself, and near 1
it hardly varies."""

import numpy as np


def predict(question):
    mine = {
        "tosses": 9,
        "certainty": 5.8,
        "longer": 16,
        "arms": 2,
        "pair": "second",
    }
    return mine[question]
