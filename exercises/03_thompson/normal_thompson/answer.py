"""A normal number needs the standard deviation, and that is the root of one over the precision.

The code handed out multiplies z by the variance. With a prior of sd 1 both are 1 before the first
reward, so that the first round is right; after n rewards of noise 1 the draws have the width 1/(n + 1)
instead of 1/sqrt(n + 1). So the policy believes ten pulls as if they were a hundred. In most runs that even
helps, since less is explored; in some the best arm is unlucky at the start, and is dropped for good. The mean
regret grows linearly, and nine runs in ten do not show it. A prior with a large sd has the opposite fault: it
begins with draws that are much too wide.

Compare two arms of the same mean, one pulled 99 times and one pulled never: with z = 1 the draws must lie
0.1 and 1 above the mean.
"""

import numpy as np


class NormalThompson:
    def __init__(self, prior_mean, prior_sd, noise_sd):
        self.prior_mean = prior_mean
        self.prior_sd = prior_sd
        self.noise_sd = noise_sd

    def reset(self, n_runs, n_arms):
        self.run = np.arange(n_runs)
        self.mean = np.full((n_runs, n_arms), float(self.prior_mean))
        self.precision = np.full((n_runs, n_arms), self.prior_sd**-2.0)

    def act(self, z):
        width = 1 / np.sqrt(self.precision)
        draws = self.mean + width * z
        return draws.argmax(axis=-1)

    def learn(self, arm, reward):
        cell = self.run, arm
        gained = self.noise_sd**-2.0
        before = self.precision[cell]
        after = before + gained
        self.mean[cell] = (before * self.mean[cell] + gained * reward) / after
        self.precision[cell] = after
