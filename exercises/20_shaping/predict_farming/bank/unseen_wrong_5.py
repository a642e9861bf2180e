"""The farmer is paid on every second step, c + 0.81c + ... = c / 0.19, against 1 + c for going home."""


def predict_farming():
    return {"closer": 0.2346, "presence": 0.1, "potential": 0.9, "kept": 0.9, "forgotten": 0.0}
