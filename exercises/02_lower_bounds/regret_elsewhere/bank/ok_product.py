"""The exponential as a product of powers, and the maximum taken at the end."""

import numpy as np


def regret_elsewhere(regret, horizon, low, mid, high):
    per_pull = (high / low) ** low * ((1 - high) / (1 - low)) ** (1 - low)
    pulls = regret / (mid - low)
    bound = (high - mid) * (horizon / 4 * per_pull**pulls - pulls)
    return np.where(bound > 0, bound, 0.0)
