import numpy as np


def predict_the_news():
    """Your predictions, made before you run anything.

    Returns a dict of six ints from 0 to 10.
    """
    raise NotImplementedError
