"""Regret at the worst gap is a constant times the root of K T, for every policy, so the root of 64."""
import numpy as np


def predict(question):
    mine = {
        "tosses": 9,
        "certainty": 5.8,
        "longer": 8,
        "arms": 2,
        "pair": "first",
    }
    return mine[question]
