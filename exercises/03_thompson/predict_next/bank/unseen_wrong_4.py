"""Misconception: the infinite index of an untried arm is used up by the first pull, so UCB1 gives B once and then goes back to A."""


def predict_next():
    return {"few": 0.286, "many": 0.212, "close": 0.13, "batch": 28.6, "batch_ucb1": 1}
