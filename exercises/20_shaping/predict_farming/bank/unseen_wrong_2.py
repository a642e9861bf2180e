"""Kept at the end is a slip, the chapter says so, and so the best plan is spoilt: its true value is 0."""


def predict_farming():
    return {"closer": 0.2676, "presence": 0.1, "potential": 0.9, "kept": 0.0, "forgotten": 0.0}
