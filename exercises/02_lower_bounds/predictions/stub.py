import numpy as np


def predict(question):
    """My prediction for one of the card's five words.

    Numbers for the first four; "first", "second" or "equal"
    for "pair". None: no prediction yet.
    """
    mine = {
        "tosses": None,
        "certainty": None,
        "longer": None,
        "arms": None,
        "pair": None,
    }
    if mine[question] is None:
        raise NotImplementedError
    return mine[question]
