"""Misconception: an error that is a hundred times rarer needs a hundred times as many tosses."""


def predict(question):
    mine = {
        "tosses": 9,
        "certainty": 100,
        "longer": 16,
        "arms": 2,
        "pair": "first",
    }
    return mine[question]
