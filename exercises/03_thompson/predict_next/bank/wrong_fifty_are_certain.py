"""You expect fifty patients for each arm to settle the matter. The two means differ by about one
standard deviation of their difference, so the order may well be the other way."""


def predict_next():
    return {
        "few": 0.29,
        "many": 0.21,
        "close": 0.01,
        "batch": 29,
        "batch_ucb1": 100,
    }
