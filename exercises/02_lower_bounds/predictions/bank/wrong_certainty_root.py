"""You took the root of a hundred. The chance of error falls faster than any power of the number of
tosses, so no power will do: think of logarithms."""


def predict(question):
    mine = {
        "tosses": 9,
        "certainty": 10,
        "longer": 16,
        "arms": 2,
        "pair": "first",
    }
    return mine[question]
