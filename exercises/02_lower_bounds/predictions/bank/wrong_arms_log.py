"""You expect a logarithm of the number of arms. That is the price with full feedback, where every
arm is seen in every round. Here a round shows one arm only."""


def predict(question):
    mine = {
        "tosses": 9,
        "certainty": 6,
        "longer": 16,
        "arms": 1.3,
        "pair": "first",
    }
    return mine[question]
