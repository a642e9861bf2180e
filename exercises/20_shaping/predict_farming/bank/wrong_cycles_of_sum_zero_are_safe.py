"""Waiting is free without a discount, and the end takes the advance back."""


def predict_farming():
    return {"closer": 0.268, "presence": 0.1, "potential": 0.9, "kept": 0.9, "forgotten": 0.9}
