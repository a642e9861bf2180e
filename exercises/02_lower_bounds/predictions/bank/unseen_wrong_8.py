"""The chance of error falls exponentially in the tosses, so certainty costs log 1000 / log 10 = 3 times as much."""
import numpy as np


def predict(question):
    mine = {
        "tosses": 9,
        "certainty": 3,
        "longer": 16,
        "arms": 2,
        "pair": "first",
    }
    return mine[question]
