"""The best length is the theorem's, (T/K)^(2/3) (log T)^(1/3) = 613, nearest 1250, for any gap, and grows with T^(2/3)."""
import numpy as np


def predict():
    return {"large_gap": 1250, "small_gap": 1250, "dearer": "too few", "growth": 20}
