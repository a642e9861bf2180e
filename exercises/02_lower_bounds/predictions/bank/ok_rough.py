"""Rounded by feeling, within the tolerance."""


def predict(question):
    mine = {
        "tosses": 9.5,
        "certainty": 5,
        "longer": 15,
        "arms": 2.2,
        "pair": "first",
    }
    return mine[question]
