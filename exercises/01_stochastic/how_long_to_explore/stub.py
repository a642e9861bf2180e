import numpy as np


def predict():
    """Four guesses about explore-first, as a dict."""
    raise NotImplementedError
