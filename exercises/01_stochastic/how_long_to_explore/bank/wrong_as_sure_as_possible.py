"""You explore until no doubt is left. The last doubts are not worth their price: each pull of the worse coin
costs the gap, for certain."""


def predict():
    return {
        "large_gap": 1250,
        "small_gap": 1250,
        "dearer": "too few",
        "growth": 2,
    }
