"""The true value counts from S, and the goal is paid with the second step."""


def predict_farming():
    return {"closer": 0.268, "presence": 0.1, "potential": 1, "kept": 1, "forgotten": 1}
