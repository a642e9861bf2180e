"""Rounded by head."""


def predict_farming():
    return {"closer": 0.27, "presence": 0.1, "potential": 0.9, "kept": 0.9, "forgotten": 0}
