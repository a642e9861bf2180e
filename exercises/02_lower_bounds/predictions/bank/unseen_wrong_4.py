"""Misconception: the root of T is what a well tuned policy pays, and explore-first with its best length is well tuned."""


def predict(question):
    mine = {
        "tosses": 9,
        "certainty": 6,
        "longer": 8,
        "arms": 2,
        "pair": "first",
    }
    return mine[question]
