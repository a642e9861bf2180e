"""You give probabilities in percent. The first three numbers lie between 0 and 1."""


def predict_next():
    return {
        "few": 29,
        "many": 21,
        "close": 13,
        "batch": 29,
        "batch_ucb1": 100,
    }
