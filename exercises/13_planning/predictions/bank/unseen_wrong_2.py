"""Each step costs one percent, so after fifty steps half is gone."""
import numpy as np


def predict(question):
    mine = {
        "half": 50,
        "nines": 13,
        "order": 99,
        "lasting": "always",
        "ending": "not always",
    }
    if mine[question] is None:
        raise NotImplementedError
    return mine[question]
