"""You give the small gap as many pulls as the large one. Coins that are more alike take more tosses to tell
apart."""


def predict():
    return {
        "large_gap": 50,
        "small_gap": 50,
        "dearer": "too few",
        "growth": 2,
    }
