import math


def predict(question):
    def sweeps(gamma):
        return math.log(0.001 * (1 - gamma)) / math.log(gamma)

    if question == "half":
        return math.log(2) / -math.log(0.99)
    if question == "nines":
        return sweeps(0.99) / sweeps(0.9)
    return {"order": 99.0, "lasting": "always", "ending": "not always"}[question]
