"""The beliefs do not change during the batch, so all 100 get the same arm: the likelier one, A. (So with UCB1: all B.)"""
import numpy as np


def predict_next():
    few = 2 / 7
    batch = 100 if few > 0.5 else 0
    return {
        "few": few,
        "many": 0.21,
        "close": 0.128,
        "batch": batch,
        "batch_ucb1": 100,
    }
