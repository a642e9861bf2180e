"""The regret for each log T goes with 1/gap, as in UCB1's bound, and both pairs have the same gap."""
import numpy as np


def predict(question):
    mine = {
        "tosses": 9,
        "certainty": 6,
        "longer": 16,
        "arms": 2,
        "pair": "equal",
    }
    return mine[question]
