import numpy as np


def predict():
    """Six guesses about bonuses in a building with two arms, as a dict."""
    raise NotImplementedError
