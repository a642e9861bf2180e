"""You let the same arm win for the whole batch. The belief stands still, but each patient gets a draw of his own."""


def predict_next():
    return {"few": 0.286, "many": 0.212, "close": 0.13, "batch": 0, "batch_ucb1": 100}
