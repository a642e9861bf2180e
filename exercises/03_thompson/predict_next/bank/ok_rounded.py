"""Two digits are enough."""


def predict_next():
    return {
        "few": 0.29,
        "many": 0.21,
        "close": 0.13,
        "batch": 29,
        "batch_ucb1": 100,
    }
