"""Regret is log T times a sum over the bad arms: log 65536 / log 1024 = 1.6 for a longer game, and 399/99 for more arms."""
import numpy as np


def predict(question):
    mine = {
        "tosses": 9,
        "certainty": 5.8,
        "longer": 1.6,
        "arms": 399 / 99,
        "pair": "first",
    }
    return mine[question]
