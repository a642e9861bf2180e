"""In M the last step pays 1 and farming pays 0.9c + 0.9^3 c + ..., so 1 = 0.9c / 0.19."""


def predict_farming():
    return {"closer": 0.2111, "presence": 0.1, "potential": 0.9, "kept": 0.9, "forgotten": 0.0}
