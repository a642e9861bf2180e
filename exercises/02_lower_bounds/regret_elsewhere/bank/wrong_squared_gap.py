"""You replaced the divergence by twice the squared difference. That is a lower bound of it
(Pinsker); here it makes the evidence too small and the bound on the regret larger than what is
proven."""

import math

import numpy as np


def regret_elsewhere(regret, horizon, low, mid, high):
    divergence = 2 * (high - low) ** 2
    evidence = regret / (mid - low) * divergence
    chance_in_a = regret / (horizon / 2 * (mid - low))
    chance_in_b = np.exp(-evidence) / 2 - chance_in_a
    return horizon / 2 * (high - mid) * np.maximum(chance_in_b, 0)
