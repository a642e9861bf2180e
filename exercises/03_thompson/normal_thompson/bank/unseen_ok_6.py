import math

import numpy as np


class NormalThompson:
    """Loops and Python floats: a list of (mean, variance) pairs in each run.

    The arms come out as int32."""

    def __init__(self, prior_mean, prior_sd, noise_sd):
        self.prior = (prior_mean, prior_sd * prior_sd)
        self.noise_var = noise_sd * noise_sd

    def reset(self, n_runs, n_arms):
        self.beliefs = [[self.prior] * n_arms for _ in range(n_runs)]

    def act(self, z):
        arms = []
        for beliefs, row in zip(self.beliefs, z):
            best, largest = 0, -math.inf
            for k, (mean, var) in enumerate(beliefs):
                draw = mean + math.sqrt(var) * float(row[k])
                if draw > largest:
                    best, largest = k, draw
            arms.append(best)
        return np.array(arms, dtype=np.int32)

    def learn(self, arm, reward):
        for beliefs, k, x in zip(self.beliefs, arm, reward):
            mean, var = beliefs[int(k)]
            gain = var / (var + self.noise_var)
            beliefs[int(k)] = (mean + gain * (float(x) - mean), var * (1 - gain))
