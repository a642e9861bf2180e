"""You expect a fair coin. The coin of Thompson sampling is loaded with all that was seen: an arm is
given as often as it is likely to be the better one."""


def predict_next():
    return {
        "few": 0.5,
        "many": 0.5,
        "close": 0.5,
        "batch": 50,
        "batch_ucb1": 100,
    }
