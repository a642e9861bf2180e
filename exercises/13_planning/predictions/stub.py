import numpy as np


def predict(question):
    """My prediction for one of the card's five words.

    Numbers for the first three; "always" or "not always"
    for the last two. None: no prediction yet.
    """
    mine = {
        "half": None,
        "nines": None,
        "order": None,
        "lasting": None,
        "ending": None,
    }
    if mine[question] is None:
        raise NotImplementedError
    return mine[question]
