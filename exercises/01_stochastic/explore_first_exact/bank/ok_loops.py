import math


def law(n, p):
    probability = [1.0]
    for _ in range(n):
        longer = [0.0] * (len(probability) + 1)
        for k, mass in enumerate(probability):
            longer[k] += mass * (1 - p)
            longer[k + 1] += mass * p
        probability = longer
    return probability


def explore_first_regret(n_explore, horizon, good, bad):
    better, worse = law(n_explore, good), law(n_explore, bad)
    mistake, behind = 0.0, 0.0
    for k in range(n_explore + 1):
        mistake += worse[k] * (behind + better[k] / 2)
        behind += better[k]
    gap = good - bad
    cost = math.fsum([gap * n_explore, gap * (horizon - 2 * n_explore) * mistake])
    return cost
