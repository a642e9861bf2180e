"""The last step comes closer to the goal as well, and pays the bonus."""


def predict_farming():
    return {"closer": 0.211, "presence": 0.1, "potential": 0.9, "kept": 0.9, "forgotten": 0}
