"""You expect UCB1 to spread the batch as well. An index is a formula of the data: the same data
give the same arm, patient after patient."""


def predict_next():
    return {
        "few": 0.29,
        "many": 0.21,
        "close": 0.13,
        "batch": 29,
        "batch_ucb1": 50,
    }
