import numpy as np


def forgetful_beliefs(alpha, beta, arm, reward, keep):
    successes, failures = [], []
    for a_row, b_row, pulled, r in zip(alpha.tolist(), beta.tolist(), arm, reward):
        a_new, b_new = [], []
        for k, (a, b) in enumerate(zip(a_row, b_row)):
            seen = 1.0 if k == int(pulled) else 0.0
            a_new.append(1.0 + (a - 1.0) * keep + seen * float(r))
            b_new.append(1.0 + (b - 1.0) * keep + seen * (1.0 - float(r)))
        successes.append(a_new)
        failures.append(b_new)
    return np.array(successes), np.array(failures)
