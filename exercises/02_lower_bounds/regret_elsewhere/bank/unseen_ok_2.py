import numpy as np


def regret_elsewhere(regret, horizon, low, mid, high):
    """Solved on paper: T gapB exp(-N kl) / 4 - R gapB / gapA."""
    gap_a, gap_b = mid - low, high - mid
    win, loss = np.log(high) - np.log(low), np.log1p(-high) - np.log1p(-low)
    nats = -(low * win + (1 - low) * loss) * regret / gap_a
    bound = 0.25 * horizon * gap_b * np.exp(-nats) - gap_b / gap_a * regret
    return np.where(bound > 0, bound, 0.0)
