"""You let UCB1 give B once. Its index stays infinite until a result is known, and that takes the whole batch."""


def predict_next():
    return {"few": 0.286, "many": 0.212, "close": 0.13, "batch": 28.6, "batch_ucb1": 1}
