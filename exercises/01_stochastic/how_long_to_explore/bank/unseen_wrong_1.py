"""Misconception: the best length for a fixed gap grows like the theorem's T^(2/3), a factor of 21.5 for a hundredfold horizon."""


def predict():
    return {
        "large_gap": 50,
        "small_gap": 250,
        "dearer": "too few",
        "growth": 20,
    }
