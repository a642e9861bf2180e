"""You looked at the gap only. What a toss tells depends on where the coins lie: near 1/2 they vary
most, near 0 and 1 hardly at all, and the divergence feels it."""


def predict(question):
    mine = {
        "tosses": 9,
        "certainty": 6,
        "longer": 16,
        "arms": 2,
        "pair": "equal",
    }
    return mine[question]
