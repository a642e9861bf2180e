"""A good guess is enough."""


def predict_farming():
    return {"closer": 0.25, "presence": 0.12, "potential": 0.91, "kept": 0.89, "forgotten": 0.01}
