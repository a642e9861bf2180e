"""With a large gap a wrong choice costs more in each round, so one must explore longer there; with a small gap it hardly matters."""
import numpy as np


def predict():
    return {"large_gap": 250, "small_gap": 50, "dearer": "too few", "growth": 2}
