"""Pencil and paper: a dict of round numbers."""
import numpy as np


def predict(question):
    mine = {
        "tosses": 9,
        "certainty": 5.8,
        "longer": 16,
        "arms": 2,
        "pair": "first",
    }
    return mine[question]
