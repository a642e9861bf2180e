"""Thompson sampling: draw a world that the data make plausible, and do what would be best in it.

Each arm has a posterior, the law of its mean given its rewards. Draw one number from each and pull the arm
with the largest: so an arm is pulled as often as it is likely to be the best. Where the posterior stays in
the family of its prior, a conjugate pair, three pieces make the algorithm: the parameters of the prior, how
a reward changes them, and how to draw.

In this file: the pieces `beta_posterior`, `beta_sample`, `gaussian_posterior`, `gaussian_sample`; the
algorithm, `ConjugateThompson`; and `BetaThompson` and `GaussianThompson`, which name a pair.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np

from simlib.bandit.policy import Policy
from simlib.validate import check_array, check_real


def beta_posterior(alpha: Any, beta: Any, reward: Any) -> tuple[Any, Any]:
    """(alpha + reward, beta + 1 - reward): the Beta law of a coin's mean after one more reward.

    alpha, beta (...) > 0; reward (...) in [0, 1]. Its mean is alpha / (alpha + beta).
    Assumes rewards 0 or 1.

    Differs: a reward r between counts as r heads and 1 - r tails. The posterior is then no longer exact, and
    wider than the rewards deserve; the mean is right.
    Source: [Thompson1933]; [Slivkins2019] chapter 3
    """
    return alpha + reward, beta + 1 - reward


def beta_sample(alpha: np.ndarray, beta: np.ndarray, rng: Any) -> np.ndarray:
    """A number of Beta(alpha, beta) for each run and arm: alpha, beta (R, K) > 0; (R, K) in [0, 1]."""
    return rng.beta(alpha, beta)


def gaussian_posterior(mean: Any, precision: Any, reward: Any, noise: float = 1.0) -> tuple[Any, Any]:
    """The normal law of an arm's mean after one more reward; precision is 1 / variance, and precisions add.

    precision' = precision + 1/noise^2, mean' = (precision mean + reward/noise^2) / precision'.
    mean, reward (...) float; precision (...) >= 0; noise > 0, the standard deviation of a reward.
    Assumes normal rewards of known noise.

    Source: [Slivkins2019] chapter 3; [Lattimore2020] chapter 34
    """
    after = precision + 1 / noise**2
    return (precision * mean + reward / noise**2) / after, after


def gaussian_sample(mean: np.ndarray, precision: np.ndarray, rng: Any) -> np.ndarray:
    """mean + z / sqrt(precision) with z standard normal, for each run and arm: (R, K)."""
    return mean + rng.standard_normal(mean.shape) / np.sqrt(precision)


class ConjugateThompson(Policy):
    """Draw a mean for every arm from its posterior and pull the arm with the largest.

    prior (p,): the parameters at the start, the same for every arm.
    update(*parameters, reward) -> parameters, each (R,): those of the arm pulled, after its reward.
    sample(*parameters, rng) -> (R, K), from parameters (R, K): one draw of every arm's mean.
    Without arguments it is `BetaThompson`. `params` holds p arrays (R, K).

    Source: [Slivkins2019] chapter 3
    """

    def __init__(
        self,
        prior: Any = (1.0, 1.0),
        update: Callable[..., tuple[Any, ...]] = beta_posterior,
        sample: Callable[..., np.ndarray] = beta_sample,
    ):
        self.prior = tuple(check_array("prior", prior, ndim=1).tolist())
        self.update, self.sample = update, sample

    @property
    def label(self) -> str:
        return "Thompson"

    def reset(self, n_runs: int, n_arms: int, horizon: int) -> None:
        self.params = [np.full((n_runs, n_arms), start) for start in self.prior]
        self._row_start = np.arange(n_runs) * n_arms

    def act(self, t: int, rng) -> np.ndarray:
        return self.sample(*self.params, rng).argmax(axis=-1)

    def learn(self, arm: np.ndarray, reward: np.ndarray) -> None:
        cell = self._row_start + arm
        posterior = self.update(*(param.take(cell) for param in self.params), reward)
        for param, after in zip(self.params, posterior, strict=True):
            param.ravel()[cell] = after  # ravel gives a view, not a copy


class BetaThompson(ConjugateThompson):
    """Thompson sampling for coins: the mean of every arm has a Beta(alpha, beta) prior.

    alpha, beta > 0, heads and tails imagined beforehand; (1, 1) is the uniform prior.

    Raises: ValueError for a reward outside [0, 1].
    Source: [Thompson1933]; [Slivkins2019] chapter 3
    """

    def __init__(self, alpha: float = 1.0, beta: float = 1.0):
        self.alpha = check_real("alpha", alpha, 0, open_low=True)
        self.beta = check_real("beta", beta, 0, open_low=True)
        super().__init__((self.alpha, self.beta), beta_posterior, beta_sample)

    @property
    def label(self) -> str:
        shown = "" if self.alpha == self.beta == 1 else f" {self.alpha:g}, {self.beta:g}"
        return "Thompson Beta" + shown

    def learn(self, arm: np.ndarray, reward: np.ndarray) -> None:
        if reward.min() < 0 or reward.max() > 1:
            raise ValueError(f"rewards must be in [0, 1]; got {reward.min():.4g} to {reward.max():.4g}")
        super().learn(arm, reward)

    def predict(self) -> np.ndarray:
        """The arm (R,) with the largest posterior mean, alpha / (alpha + beta)."""
        alpha, beta = self.params
        return (alpha / (alpha + beta)).argmax(axis=-1)


class GaussianThompson(ConjugateThompson):
    """Thompson sampling for normal rewards: the mean of every arm has a normal prior.

    mean float and sd > 0 of the prior; noise > 0, the standard deviation of a reward. For rewards in [0, 1]
    the default, noise 1, is wider than the truth: it explores more than it must.

    Source: [Lattimore2020] chapter 36
    """

    def __init__(self, mean: float = 0.0, sd: float = 1.0, noise: float = 1.0):
        self.mean = check_real("mean", mean)
        self.sd = check_real("sd", sd, 0, open_low=True)
        self.noise = check_real("noise", noise, 0, open_low=True)
        update = partial(gaussian_posterior, noise=self.noise)
        super().__init__((self.mean, self.sd**-2), update, gaussian_sample)

    @property
    def label(self) -> str:
        usual = (self.mean, self.sd, self.noise) == (0, 1, 1)
        shown = "" if usual else f" {self.mean:g}, {self.sd:g}, noise {self.noise:g}"
        return "Thompson Gaussian" + shown

    def predict(self) -> np.ndarray:
        """The arm (R,) with the largest posterior mean."""
        return self.params[0].argmax(axis=-1)
