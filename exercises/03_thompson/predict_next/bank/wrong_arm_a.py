"""You give the probability of A. The question was how often B is given."""


def predict_next():
    return {
        "few": 0.71,
        "many": 0.79,
        "close": 0.87,
        "batch": 71,
        "batch_ucb1": 0,
    }
