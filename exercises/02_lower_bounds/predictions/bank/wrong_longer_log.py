"""You expect a logarithm. That is for fixed gaps and for policies that look at the data; here the
gap is the worst one for each horizon, and it shrinks as the game gets longer."""


def predict(question):
    mine = {
        "tosses": 9,
        "certainty": 6,
        "longer": 1.6,
        "arms": 2,
        "pair": "first",
    }
    return mine[question]
