import math


def predict(question):
    """Normal approximation, T to the 2/3, root of K."""

    def kl(p, q):
        return p * math.log(p / q) + (1 - p) * math.log((1 - p) / (1 - q))

    if question == "tosses":
        return (0.09 / 0.03) ** 2
    if question == "certainty":
        return (3.0902 / 1.2816) ** 2
    if question == "longer":
        return 64 ** (2 / 3)
    if question == "arms":
        return math.sqrt(400 / 100)
    one = 0.1 / kl(0.4, 0.5)
    two = 0.1 / kl(0.85, 0.95)
    return "first" if one > two else "second"
