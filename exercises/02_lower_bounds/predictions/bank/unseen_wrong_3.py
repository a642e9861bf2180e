"""Misconception: the chance of error is exactly an exponential of the evidence, so the tosses grow like log(1/delta): log 1000 over log 10."""


def predict(question):
    mine = {
        "tosses": 9,
        "certainty": 3,
        "longer": 16,
        "arms": 2,
        "pair": "first",
    }
    return mine[question]
