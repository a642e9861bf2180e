"""Who walks back is not paid for that step: only every second step pays."""


def predict_farming():
    return {"closer": 0.11, "presence": 0.1, "potential": 0.9, "kept": 0.9, "forgotten": 0}
