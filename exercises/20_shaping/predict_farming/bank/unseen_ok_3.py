"""Rounded decimals, typed in with two digits; ints where a number is whole."""


def predict_farming():
    return {"closer": 0.27, "presence": 0.1, "potential": 0.9, "kept": 0.9, "forgotten": 0}
