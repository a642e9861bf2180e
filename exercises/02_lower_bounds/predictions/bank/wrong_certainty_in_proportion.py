"""You let the tosses grow in proportion to the certainty. But each further batch of tosses
multiplies the chance of error by the same factor: it falls exponentially, and certainty is
cheap."""


def predict(question):
    mine = {
        "tosses": 9,
        "certainty": 100,
        "longer": 16,
        "arms": 2,
        "pair": "first",
    }
    return mine[question]
