import numpy as np


def prob_better(a1, b1, a2, b2):
    """A walk on a lattice, no formula: shuffle n1 red and n2 blue cards, turn them
    one by one; X1 > X2 if the a2-th blue card comes before the a1-th red one.
    Returns a NumPy float."""
    n1, n2 = a1 + b1 - 1, a2 + b2 - 1
    # reach[i] = P(so far i red and j blue cards were turned and nobody has won)
    reach = np.zeros(a1)
    reach[0] = 1.0
    won = np.float64(0)
    i = np.arange(a1)
    for turned in range(a1 + a2 - 1):
        j = turned - i
        alive = (j >= 0) & (j < a2)
        left = n1 + n2 - turned
        now = np.where(alive, reach, 0.0)
        blue = now * np.where(alive, n2 - j, 0) / left
        red = now * (n1 - i) / left
        won += blue[j + 1 == a2].sum()
        stay = np.where(j + 1 == a2, 0.0, blue)
        reach = stay
        reach[1:] += red[:-1]
    return np.clip(won, 0.0, 1.0)
