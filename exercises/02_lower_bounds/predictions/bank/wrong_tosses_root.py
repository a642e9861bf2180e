"""You took the root where the square belongs. The error of a mean is one over the root of n: turn
that round and ask which n makes it as small as the gap."""


def predict(question):
    mine = {
        "tosses": 1.73,
        "certainty": 6,
        "longer": 16,
        "arms": 2,
        "pair": "first",
    }
    return mine[question]
