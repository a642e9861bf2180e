"""Misconception: the belief after 4 cures in 5 is centred on 0.8, so the two patients of the uniform prior are left out."""


def predict_next():
    return {"few": 1 - 4 / 5, "many": 1 - 40 / 50, "close": 0.13, "batch": 20, "batch_ucb1": 100}
