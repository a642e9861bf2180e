"""You gave explore-first the rate of policies that look at the data. It must fix its length before
it knows the gap, and pays for that with a higher power of T."""


def predict(question):
    mine = {
        "tosses": 9,
        "certainty": 6,
        "longer": 8,
        "arms": 2,
        "pair": "first",
    }
    return mine[question]
