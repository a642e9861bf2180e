"""Misconception: the evidence of a toss is proportional to the gap, so a third of the gap needs three times the tosses, and square roots become plain ratios."""


def predict(question):
    mine = {
        "tosses": 3,
        "certainty": 6,
        "longer": 8,
        "arms": 4,
        "pair": "first",
    }
    return mine[question]
