import numpy as np


def forgetful_beliefs(alpha, beta, arm, reward, keep):
    """Flat indices, np.add.at, in Fortran order, in place on copies: the loss is
    taken away instead of the rest being kept."""
    a, b = np.array(alpha, order="F"), np.array(beta, order="F")
    n_runs, n_arms = a.shape
    lost = 1.0 - keep
    a -= lost * (a - 1.0)
    b -= lost * (b - 1.0)
    cells = (np.arange(n_runs), np.asarray(arm, dtype=np.int64))
    np.add.at(a, cells, reward)
    np.add.at(b, cells, np.subtract(1.0, reward))
    return a, b
