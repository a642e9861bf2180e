"""Epsilon-greedy that explores less and less: a constant rate of exploration costs for ever.

In this file: `exploration_rate`, epsilon in round t, and the policy `DecayingEpsilonGreedy`.
"""

from __future__ import annotations

import math

import numpy as np

from simlib.bandit.policy import MeanPolicy
from simlib.validate import check_real


def exploration_rate(n_arms: int, t: int, scale: float = 1.0) -> float:
    """min(1, scale (K log t / t)^(1/3)), the probability to explore in round t = 1, 2, ...

    scale >= 0, where 1 is the book's. In round 1 it is 0: with nothing known, "the best" is any arm.
    Then the regret is of the order T^(2/3) (K log T)^(1/3) on every instance, at every T.

    Source: [Slivkins2019] Theorem 1.6
    """
    return min(1.0, scale * (n_arms * math.log(t) / t) ** (1 / 3))


class DecayingEpsilonGreedy(MeanPolicy):
    """With probability `exploration_rate` a uniformly random arm, otherwise the arm with the best mean.

    scale >= 0 multiplies the rate. The mean of an arm never pulled counts as 0.

    Source: [Slivkins2019] Alg. 1.2
    """

    def __init__(self, scale: float = 1.0):
        self.scale = check_real("scale", scale, 0)

    @property
    def label(self) -> str:
        shown = "" if self.scale == 1 else f" scale {self.scale:g}"
        return "decaying epsilon-greedy" + shown

    def act(self, t: int, rng) -> np.ndarray:
        explore = rng.random(self.n_runs) < exploration_rate(self.n_arms, t, self.scale)
        any_arm = (rng.random(self.n_runs) * self.n_arms).astype(np.int64)
        return np.where(explore, any_arm, self.reward_mean.argmax(axis=-1))
