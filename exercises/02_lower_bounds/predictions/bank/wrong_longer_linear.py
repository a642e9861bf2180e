"""You let the regret grow with T itself, as for a fixed length. Here the length is chosen anew for
the longer game, so that the share of rounds that are lost gets smaller."""


def predict(question):
    mine = {
        "tosses": 9,
        "certainty": 6,
        "longer": 64,
        "arms": 2,
        "pair": "first",
    }
    return mine[question]
