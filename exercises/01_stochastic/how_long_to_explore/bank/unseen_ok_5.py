"""Constants first, as the card asks, then a plain dict."""
import numpy as np

LARGE = 50
SMALL = 250
DEARER = "too few"
GROWTH = 2


def predict():
    """Four guesses about explore-first, as a dict."""
    return {
        "large_gap": LARGE,
        "small_gap": SMALL,
        "dearer": DEARER,
        "growth": GROWTH,
    }
