"""Paying for reaching G soon does not keep anyone away from G."""


def predict_farming():
    return {"closer": 0.268, "presence": 0.1, "potential": 0.9, "kept": 0, "forgotten": 0}
