"""With a discount the payments of a life that never ends have a finite sum."""


def predict_farming():
    return {"closer": 0.268, "presence": 0, "potential": 0.9, "kept": 0.9, "forgotten": 0}
