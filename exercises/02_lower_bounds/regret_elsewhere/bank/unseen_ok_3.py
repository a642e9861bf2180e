import numpy as np


def regret_elsewhere(regret, horizon, low, mid, high):
    # e^(-kl) of one pull, as a product of powers
    alike = (high / low) ** low * ((1 - high) / (1 - low)) ** (1 - low)
    pulls = np.asarray(regret) / (mid - low)
    most_x = np.clip(2 * pulls / horizon, None, 1)  # a chance is at most 1
    least_y = np.clip(alike**pulls / 2 - most_x, 0, None)
    return least_y * (horizon / 2) * (high - mid)
