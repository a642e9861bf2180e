"""Knows the shapes and nothing else. What it passes earns nothing."""


def predict_next():
    return {"few": 0.0, "many": 0.0, "close": 0.0, "batch": 0.0, "batch_ucb1": 0.0}
