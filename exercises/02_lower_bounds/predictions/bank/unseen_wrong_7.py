"""A third of the gap means a third of the evidence in each toss, so three times as many tosses."""
import numpy as np


def predict(question):
    mine = {
        "tosses": 3,
        "certainty": 5.8,
        "longer": 16,
        "arms": 2,
        "pair": "first",
    }
    return mine[question]
