"""0.95 and 0.85 are closer to each other in proportion (1.12) than 0.5 and 0.4 (1.25), so they are harder to tell apart."""
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
