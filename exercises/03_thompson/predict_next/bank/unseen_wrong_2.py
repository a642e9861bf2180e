"""Misconception: the more data A has, the surer its lead over an untried B, so B's share falls to almost nothing after 50 patients."""


def predict_next():
    return {"few": 0.29, "many": 0.03, "close": 0.13, "batch": 29, "batch_ucb1": 100}
