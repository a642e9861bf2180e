"""Misconception: how many pulls are needed to tell two coins apart depends on the gap alone, so the horizon does not matter."""


def predict():
    return {
        "large_gap": 50,
        "small_gap": 250,
        "dearer": "too few",
        "growth": 1,
    }
