"""Misconception: a gap of 0.3 is so plain that ten pulls of each arm (91 % right) are enough."""


def predict():
    return {
        "large_gap": 10,
        "small_gap": 250,
        "dearer": "too few",
        "growth": 2,
    }
