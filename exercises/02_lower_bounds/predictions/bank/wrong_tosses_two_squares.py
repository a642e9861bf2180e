"""You squared once too often. The evidence of a toss grows like the gap squared, and that is all:
the tosses are a fixed evidence over that."""


def predict(question):
    mine = {
        "tosses": 81,
        "certainty": 6,
        "longer": 16,
        "arms": 2,
        "pair": "first",
    }
    return mine[question]
