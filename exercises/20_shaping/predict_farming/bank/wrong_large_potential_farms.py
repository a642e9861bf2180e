"""The payments of a path telescope, at any scale."""


def predict_farming():
    return {"closer": 0.268, "presence": 0.1, "potential": 0, "kept": 0.9, "forgotten": 0}
