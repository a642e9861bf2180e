import math

import numpy as np


def error(n, g):
    """Exact error of the majority of an odd number of tosses."""
    k = np.arange((n + 1) // 2)
    logs = np.array([math.lgamma(n + 1) - math.lgamma(i + 1) - math.lgamma(n - i + 1) for i in k])
    return np.exp(logs + k * np.log(0.5 + g) + (n - k) * np.log(0.5 - g)).sum()


def enough(g, delta):
    n = 1
    while error(n, g) > delta:
        n += 2
    return n


def needle_top(K, T):
    # kl(1/K, z) is nearly log(1/(1-z)) - log(K z)/K: solve on a grid of z
    z = np.linspace(1 / K, 0.9, 4000)[1:-1]
    p = 1 / K
    nats = p * np.log(p / z) + (1 - p) * np.log((1 - p) / (1 - z))
    gap = np.sqrt(2 * K / T * nats)
    return (T * gap / 2 * (1 - z)).max()


def predict(question):
    match question:
        case "tosses":
            return np.int64(enough(0.03, 0.1)) / enough(0.09, 0.1)
        case "certainty":
            return enough(0.05, 0.001) / enough(0.05, 0.1)
        case "longer":
            return np.float64(15.5)
        case "arms":
            return needle_top(400, 1e6) / needle_top(100, 1e6)
        case "pair":
            return "first"
