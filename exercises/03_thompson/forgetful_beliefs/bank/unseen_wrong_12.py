"""Misconception: [:, arm] picks each run's own arm, while it picks these arms in every run (right for a single run only)."""


def forgetful_beliefs(alpha, beta, arm, reward, keep):
    new_alpha = 1 + keep * (alpha - 1)
    new_beta = 1 + keep * (beta - 1)
    new_alpha[:, arm] += reward
    new_beta[:, arm] += 1 - reward
    return new_alpha, new_beta
