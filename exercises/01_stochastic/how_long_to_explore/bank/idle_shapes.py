"""Knows the shapes and nothing else. What it passes earns nothing."""


def predict():
    return {"large_gap": 2, "small_gap": 2, "dearer": "too many", "growth": 1}
