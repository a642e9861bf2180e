"""Misconception: the theorem's length of 613 is the best for every gap, so the nearest choice, 250, is best for the large gap as well."""


def predict():
    return {
        "large_gap": 250,
        "small_gap": 250,
        "dearer": "too few",
        "growth": 2,
    }
