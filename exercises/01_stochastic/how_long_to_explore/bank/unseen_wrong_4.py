"""Misconception: a gap three times smaller needs so many more pulls that one should use the longest exploration on offer to be safe."""


def predict():
    return {
        "large_gap": 50,
        "small_gap": 1250,
        "dearer": "too few",
        "growth": 2,
    }
