"""You expect hardly any more tosses. The chance of error falls exponentially with the evidence, but
to get from 1 in 10 to 1 in 1000 its logarithm must still grow several times."""


def predict(question):
    mine = {
        "tosses": 9,
        "certainty": 2,
        "longer": 16,
        "arms": 2,
        "pair": "first",
    }
    return mine[question]
