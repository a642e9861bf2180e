"""You took the larger divergence for the higher price. It is the other way round: the more a pull
tells, the fewer pulls are needed."""


def predict(question):
    mine = {
        "tosses": 9,
        "certainty": 6,
        "longer": 16,
        "arms": 2,
        "pair": "second",
    }
    return mine[question]
