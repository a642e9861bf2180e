"""A gap is seen after about 1/gap^2 tosses, 11 and 100, take the nearest on the list; the horizon does not come into it."""
import numpy as np


def predict():
    return {"large_gap": 10, "small_gap": 50, "dearer": "too few", "growth": 1}
