"""Presence is farmed like closer, by walking S-M-S-M; nobody stays in M."""


def predict_farming():
    return {"closer": 0.2676, "presence": 0.211, "potential": 0.9, "kept": 0.9, "forgotten": 0.0}
