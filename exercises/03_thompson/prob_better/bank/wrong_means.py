"""You compare the two means and answer 0, 1/2 or 1. A mean is where a belief is centred; two
beliefs may overlap widely, and then the arm with the smaller mean is the better one quite often."""


def prob_better(a1, b1, a2, b2):
    mean1, mean2 = a1 / (a1 + b1), a2 / (a2 + b2)
    return 0.5 if mean1 == mean2 else float(mean1 > mean2)
