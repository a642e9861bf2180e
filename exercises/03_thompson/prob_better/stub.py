import numpy as np


def prob_better(a1, b1, a2, b2):
    """P(X1 > X2) for independent X1 ~ Beta(a1, b1), X2 ~ Beta(a2, b2).

    a1, b1, a2, b2: ints from 1 to 300. Returns one float in [0, 1].
    """
    raise NotImplementedError
