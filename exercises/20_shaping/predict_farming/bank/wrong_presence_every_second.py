"""Who bumps into the wall of M is paid on every step."""


def predict_farming():
    return {"closer": 0.268, "presence": 0.19, "potential": 0.9, "kept": 0.9, "forgotten": 0}
