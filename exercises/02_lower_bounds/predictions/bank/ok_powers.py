"""The powers of the formulas, spelled out."""


def predict(question):
    if question == "tosses":
        return (0.09 / 0.03) ** 2
    if question == "certainty":
        return (3.09 / 1.28) ** 2
    if question == "longer":
        return 64 ** (2 / 3)
    if question == "arms":
        return (400 / 100) ** 0.5
    return "first"
