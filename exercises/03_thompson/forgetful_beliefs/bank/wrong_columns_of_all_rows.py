"""Your index picks these arms in every run. Each run pulled its own arm: rows and columns must be named in pairs."""


def forgetful_beliefs(alpha, beta, arm, reward, keep):
    new_alpha = 1 + keep * (alpha - 1)
    new_beta = 1 + keep * (beta - 1)
    new_alpha[:, arm] += reward
    new_beta[:, arm] += 1 - reward
    return new_alpha, new_beta
