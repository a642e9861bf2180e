"""Gap squared decides the length within one game, but with the horizon it grows like T^(2/3), and 100^(2/3) is about 20."""
import numpy as np

LARGE_GAP = 50
SMALL_GAP = 250
DEARER = "too few"
GROWTH = 20


def predict():
    return dict(
        large_gap=LARGE_GAP,
        small_gap=SMALL_GAP,
        dearer=DEARER,
        growth=GROWTH,
    )
