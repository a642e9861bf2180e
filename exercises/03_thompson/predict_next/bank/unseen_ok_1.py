def predict_next():
    """Rounded by a hurried student, low in every band; ints where possible."""
    return {"few": 0.25, "many": 0.18, "close": 0.09, "batch": 23, "batch_ucb1": 100}
