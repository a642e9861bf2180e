"""Misconception: the pair with the larger divergence demands more regret, for the divergence is what a policy has to gather."""


def predict(question):
    mine = {
        "tosses": 9,
        "certainty": 6,
        "longer": 16,
        "arms": 2,
        "pair": "second",
    }
    return mine[question]
