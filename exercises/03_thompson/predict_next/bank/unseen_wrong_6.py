"""Misconception: two arms whose intervals overlap are as good as equal to Thompson sampling, so in the close case B gets nearly half."""


def predict_next():
    return {"few": 0.286, "many": 0.212, "close": 0.4, "batch": 29, "batch_ucb1": 100}
