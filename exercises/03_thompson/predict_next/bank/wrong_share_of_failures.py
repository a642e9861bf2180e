"""You take the share of failures as the probability. Near enough with much data; with few, the
prior counts: the mean of the posterior is not the share of cures."""


def predict_next():
    return {
        "few": 0.2,
        "many": 0.2,
        "close": 0.13,
        "batch": 20,
        "batch_ucb1": 100,
    }
