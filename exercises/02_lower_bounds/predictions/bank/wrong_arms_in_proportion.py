"""You let the bound grow in proportion to the arms. Each arm must be tried, true, but the worst gap
changes too: with more arms a larger gap stays hidden, and the two effects together give less than
proportion."""


def predict(question):
    mine = {
        "tosses": 9,
        "certainty": 6,
        "longer": 16,
        "arms": 4,
        "pair": "first",
    }
    return mine[question]
