"""Misconception: Thompson sampling gives each arm in proportion to its posterior mean, not to its chance of being the best."""


def predict_next():
    few = (1 / 2) / (1 / 2 + 5 / 7)
    many = (1 / 2) / (1 / 2 + 41 / 52)
    close = (36 / 52) / (36 / 52 + 41 / 52)
    return {"few": few, "many": many, "close": close, "batch": 100 * few, "batch_ucb1": 100}
