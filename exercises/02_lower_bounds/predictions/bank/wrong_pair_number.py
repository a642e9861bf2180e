"""You gave a number where one of three words was asked for."""


def predict(question):
    mine = {
        "tosses": 9,
        "certainty": 6,
        "longer": 16,
        "arms": 2,
        "pair": 1.0,
    }
    return mine[question]
