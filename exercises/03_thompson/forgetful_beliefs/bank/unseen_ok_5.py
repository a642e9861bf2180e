import numpy as np


def forgetful_beliefs(alpha, beta, arm, reward, keep):
    """Plain loops over Python lists, from the rule as it is written."""
    new_alpha, new_beta = [], []
    for r in range(len(arm)):
        row_a, row_b = [], []
        for k in range(len(alpha[r])):
            good, bad = float(alpha[r][k]) - 1, float(beta[r][k]) - 1
            good, bad = keep * good, keep * bad
            if k == int(arm[r]):
                good, bad = good + float(reward[r]), bad + 1 - float(reward[r])
            row_a.append(1 + good)
            row_b.append(1 + bad)
        new_alpha.append(row_a)
        new_beta.append(row_b)
    return np.array(new_alpha, dtype=float), np.array(new_beta, dtype=float)
