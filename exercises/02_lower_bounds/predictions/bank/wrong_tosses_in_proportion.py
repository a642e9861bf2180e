"""You let the tosses grow in proportion to one over the gap. The mean of n tosses is off by about
one over the root of n, not one over n; so the tosses grow with a higher power of the gap."""


def predict(question):
    mine = {
        "tosses": 3,
        "certainty": 6,
        "longer": 16,
        "arms": 2,
        "pair": "first",
    }
    return mine[question]
