"""Misconception: exploring too long costs for certain, too little costs only with a small probability, so too many is the dearer mistake."""


def predict():
    return {
        "large_gap": 50,
        "small_gap": 250,
        "dearer": "too many",
        "growth": 2,
    }
