"""You expect no change: one needle is one needle. But the T pulls are shared among more coins, each
gets less evidence, and a larger gap stays hidden."""


def predict(question):
    mine = {
        "tosses": 9,
        "certainty": 6,
        "longer": 16,
        "arms": 1,
        "pair": "first",
    }
    return mine[question]
