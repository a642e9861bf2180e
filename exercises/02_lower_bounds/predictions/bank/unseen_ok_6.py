"""One branch for each question, from scaling laws with math (1/g^2, normal quantiles by bisection, T^(2/3), root K)."""
import math


def beyond(chance):
    """The number that a standard normal exceeds with this chance."""
    a, b = 0.0, 10.0
    for _ in range(80):
        m = (a + b) / 2
        if math.erfc(m / math.sqrt(2)) / 2 > chance:
            a = m
        else:
            b = m
    return a


def kl(p, q):
    return p * math.log(p / q) + (1 - p) * math.log((1 - p) / (1 - q))


def predict(question):
    if question == "tosses":
        return (0.09 / 0.03) ** 2
    if question == "certainty":
        return (beyond(1 / 1000) / beyond(1 / 10)) ** 2
    if question == "longer":
        return 64 ** (2 / 3)
    if question == "arms":
        return math.sqrt(400 / 100)
    if question == "pair":
        one, two = 0.1 / kl(0.4, 0.5), 0.1 / kl(0.85, 0.95)
        return "first" if one > two else "second" if two > one else "equal"
    raise KeyError(question)
