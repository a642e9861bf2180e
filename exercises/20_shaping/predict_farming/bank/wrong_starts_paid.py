"""From M the first step of the walk is the one back, which pays nothing."""


def predict_farming():
    return {"closer": 0.232, "presence": 0.1, "potential": 0.9, "kept": 0.9, "forgotten": 0}
