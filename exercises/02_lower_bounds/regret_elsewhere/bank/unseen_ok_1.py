import math

import numpy as np


def regret_elsewhere(regret, horizon, low, mid, high):
    kl = low * math.log(low / high) + (1 - low) * math.log((1 - low) / (1 - high))
    answer = []
    for r in regret:
        pulls = r / (mid - low)
        right = math.exp(-pulls * kl) / 2
        x = pulls / (horizon / 2)
        y = max(0.0, right - x)
        answer.append(y * horizon / 2 * (high - mid))
    return np.array(answer, dtype=float)
