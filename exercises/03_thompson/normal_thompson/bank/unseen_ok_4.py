import math

import numpy as np


class NormalThompson:
    """Keeps the whole history in a list and folds it up anew in each act.

    The state of an arm is the natural pair (precision, precision * mean).
    The winner is found by a knock-out from the last arm to the first.
    """

    def __init__(self, prior_mean, prior_sd, noise_sd):
        tau = 1.0 / (prior_sd * prior_sd)
        self.prior = (tau, tau * prior_mean)
        self.one = 1.0 / (noise_sd * noise_sd)

    def reset(self, n_runs, n_arms):
        self.shape = (n_runs, n_arms)
        self.history = []

    def _natural(self):
        state = np.empty(self.shape + (2,))
        state[...] = self.prior
        runs = np.arange(self.shape[0])
        for arm, reward in self.history:
            np.add.at(state, (runs, arm, 0), self.one)
            np.add.at(state, (runs, arm, 1), self.one * reward)
        return state

    def act(self, z):
        state = self._natural()
        out = np.zeros(self.shape[0], dtype=np.int64)

        def draw(r, k):
            tau, eta = state[r, k]
            return (eta / math.sqrt(tau) + z[r, k]) / math.sqrt(tau)

        def champion(r, k):
            if k == self.shape[1] - 1:
                return k
            other = champion(r, k + 1)
            return k if draw(r, k) >= draw(r, other) else other

        for r in range(self.shape[0]):
            out[r] = champion(r, 0)
        return out

    def learn(self, arm, reward):
        self.history.append((np.array(arm, dtype=int), np.array(reward, dtype=float)))
