"""You say that a reward counts half after 1 / (1 - gamma) steps. After so many it counts 1 / e = 0.37; half comes
earlier."""


def predict(question):
    mine = {
        "half": 100,
        "nines": 13,
        "order": 99,
        "lasting": "always",
        "ending": "not always",
    }
    return mine[question]
