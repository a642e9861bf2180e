"""You took the theorem's T^(2/3). It balances exploring against the worst gap, and that gap shrinks with the
horizon; here the gap stays."""


def predict():
    return {
        "large_gap": 50,
        "small_gap": 250,
        "dearer": "too few",
        "growth": 20,
    }
