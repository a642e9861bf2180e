"""You expect the arm that looks best to be given always. That is the greedy doctor. Thompson
sampling draws from both beliefs, and the one that is wide often draws the larger number."""


def predict_next():
    return {
        "few": 0,
        "many": 0,
        "close": 0,
        "batch": 0,
        "batch_ucb1": 100,
    }
