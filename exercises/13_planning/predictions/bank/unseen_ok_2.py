"""The numbers as formulas instead of typed in: logarithms of the discount and of the tolerance."""
import math


def predict(question):
    if question == "half":
        return math.log(0.5) / math.log(0.99)
    if question == "nines":
        few = math.log(0.001 * (1 - 0.9)) / math.log(0.9)
        many = math.log(0.001 * (1 - 0.99)) / math.log(0.99)
        return many / few
    if question == "order":
        return 100 - 1
    if question == "lasting":
        return "always"
    if question == "ending":
        return "not always"
    raise NotImplementedError
