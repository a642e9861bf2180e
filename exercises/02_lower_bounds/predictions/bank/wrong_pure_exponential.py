"""You took the chance of error for exactly an exponential, so that the tosses grow like log(1/delta). Nearly: but the
normal tail has a factor in front, and at one error in ten that factor still counts."""


def predict(question):
    mine = {
        "tosses": 9,
        "certainty": 3,
        "longer": 16,
        "arms": 2,
        "pair": "first",
    }
    return mine[question]
