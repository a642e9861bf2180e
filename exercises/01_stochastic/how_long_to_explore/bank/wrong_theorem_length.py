"""You took a length near the theorem's. It guards against gaps much smaller than these, and for these it explores
long after the question is settled."""


def predict():
    return {
        "large_gap": 250,
        "small_gap": 1250,
        "dearer": "too few",
        "growth": 2,
    }
