"""You explore less where the gap is smaller, because little is at stake there. But it takes more tosses to see
such a gap, and the game is long enough to pay for them."""


def predict():
    return {
        "large_gap": 50,
        "small_gap": 10,
        "dearer": "too few",
        "growth": 2,
    }
