import numpy as np


class NormalThompson:
    """Everything in units of the noise, measured from the prior's mean.

    The prior is then worth (noise_sd / prior_sd)**2 rewards of 0. The largest
    draw is the same arm in these units. Arms come out as int32.
    """

    def __init__(self, prior_mean, prior_sd, noise_sd):
        self._zero, self._unit = prior_mean, noise_sd
        self._imagined = (noise_sd / prior_sd) ** 2

    def reset(self, n_runs, n_arms):
        # real part: number of rewards, imagined ones too; imaginary part: sum
        self._books = np.full((n_runs, n_arms), self._imagined, dtype=complex)

    def act(self, z):
        weight, total = self._books.real, self._books.imag
        draws = total / weight + z * weight**-0.5
        return np.argsort(draws, axis=1)[:, -1].astype(np.int32)

    def learn(self, arm, reward):
        at = np.arange(len(self._books)), arm
        self._books[at] += 1 + 1j * (np.asarray(reward) - self._zero) / self._unit
