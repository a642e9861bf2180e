import numpy as np


def predict():
    pulls = np.array([2, 10, 50, 250, 1250])
    large, small = pulls[[2, 3]]
    return {
        "large_gap": large,
        "small_gap": small,
        "dearer": ("too few", "too many")[0],
        "growth": np.int64(2),
    }
