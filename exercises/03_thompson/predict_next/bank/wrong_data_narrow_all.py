"""You expect more data to end exploration, whichever arm they are about. What is seen of one arm
tells nothing of the other: its belief is as wide as on the first day."""


def predict_next():
    return {
        "few": 0.29,
        "many": 0.03,
        "close": 0.13,
        "batch": 29,
        "batch_ucb1": 100,
    }
