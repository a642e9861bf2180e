import numpy as np


def divergence(p, q):
    law_p, law_q = np.array([p, 1 - p]), np.array([q, 1 - q])
    return np.dot(law_p, np.log(law_p / law_q))


def regret_elsewhere(regret, horizon, low, mid, high):
    result = np.zeros(regret.shape)
    cost_a = horizon * (mid - low) / 2
    cost_b = horizon * (high - mid) / 2
    evidence = regret * divergence(low, high) / (mid - low)
    y = np.exp(-evidence) * 0.5 - regret / cost_a
    says = y > 0
    result[says] = cost_b * y[says]
    return result
