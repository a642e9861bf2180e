"""Style: bare numbers, as floats, in another order, in a dict built from pairs."""


def predict():
    return dict([("growth", 2.0), ("dearer", "too few"), ("small_gap", 2.5e2), ("large_gap", 50.0)])
