"""`array[:, arm]` changes the columns `arm` in every run, not one cell in each run. Give NumPy the
number of the run beside the number of the arm."""


def forgetful_beliefs(alpha, beta, arm, reward, keep):
    heads = keep * (alpha - 1)
    tails = keep * (beta - 1)
    for k, r in zip(arm, reward):
        heads[:, k] += r
        tails[:, k] += 1 - r
    return heads + 1, tails + 1
