"""A bonus smaller than the goal's 1 adds up, for it is paid again and again."""


def predict_farming():
    return {"closer": 1, "presence": 1, "potential": 0.9, "kept": 0.9, "forgotten": 0}
