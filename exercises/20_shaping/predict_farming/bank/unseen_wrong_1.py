"""Without gamma the bonus sums to 0 on every cycle, so nothing can be farmed and the plan still walks."""


def predict_farming():
    return {"closer": 0.2676, "presence": 0.1, "potential": 0.9, "kept": 0.9, "forgotten": 0.9}
