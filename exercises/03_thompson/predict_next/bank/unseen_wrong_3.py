"""Misconception: while no result comes in the belief stands still, so the same arm wins the draw for the whole batch, and that is A."""


def predict_next():
    return {"few": 0.286, "many": 0.212, "close": 0.13, "batch": 0, "batch_ucb1": 100}
