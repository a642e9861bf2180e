"""Exploring should take a fixed share of the game, some five percent, so it grows as the game does; more than that is a sure loss."""
import numpy as np


def predict():
    return {"large_gap": 250, "small_gap": 250, "dearer": "too many", "growth": 100}
