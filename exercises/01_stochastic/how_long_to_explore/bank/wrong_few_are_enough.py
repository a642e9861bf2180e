"""Ten pulls of each coin seem plenty for so large a gap. Count how often ten tosses of each go wrong, and
multiply it by ten thousand rounds."""


def predict():
    return {
        "large_gap": 10,
        "small_gap": 250,
        "dearer": "too few",
        "growth": 2,
    }
