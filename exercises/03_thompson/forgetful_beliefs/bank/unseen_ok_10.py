"""Two plain loops over runs and arms, lists turned into arrays at the end."""
import numpy as np


def forgetful_beliefs(alpha, beta, arm, reward, keep):
    new_alpha, new_beta = [], []
    for r in range(len(alpha)):
        row_a, row_b = [], []
        for k in range(len(alpha[r])):
            seen_good = (float(alpha[r][k]) - 1.0) * keep
            seen_bad = (float(beta[r][k]) - 1.0) * keep
            if k == arm[r]:
                seen_good += float(reward[r])
                seen_bad += 1.0 - float(reward[r])
            row_a.append(1.0 + seen_good)
            row_b.append(1.0 + seen_bad)
        new_alpha.append(row_a)
        new_beta.append(row_b)
    return np.array(new_alpha), np.array(new_beta)
