"""You share the patients in proportion to the mean beliefs. Thompson sampling shares them by the chance of being the
better one, which is a different number."""


def predict_next():
    few = (1 / 2) / (1 / 2 + 5 / 7)
    many = (1 / 2) / (1 / 2 + 41 / 52)
    close = (36 / 52) / (36 / 52 + 41 / 52)
    return {"few": few, "many": many, "close": close, "batch": 100 * few, "batch_ucb1": 100}
