"""You count the factor ten twice. The number of sweeps has 1 / (1 - gamma) once, and once more only inside a
logarithm."""


def predict(question):
    mine = {
        "half": 69,
        "nines": 100,
        "order": 99,
        "lasting": "always",
        "ending": "not always",
    }
    return mine[question]
