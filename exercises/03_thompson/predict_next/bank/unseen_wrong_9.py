"""After 50 patients the doctor is sure about A, so exploration has died out and B is hardly given any more."""
import numpy as np


def predict_next():
    mine = {}
    mine["few"] = 0.29
    mine["many"] = 0.02
    mine["close"] = 0.13
    mine["batch"] = 29
    mine["batch_ucb1"] = 100
    return mine
