"""Explore-first: try every arm equally often, then trust the best mean for ever.

In this file: `exploration_length`, the number of tries per arm that the theorem asks for, and the policy
`ExploreFirst`.
"""

from __future__ import annotations

import numpy as np

from simlib.bandit.policy import MeanPolicy
from simlib.validate import check_int


def exploration_length(n_arms: int, horizon: int) -> int:
    """Pulls per arm, (T/K)^(2/3) (log T)^(1/3), rounded up, at least 1 and at most T/K.

    It balances what exploring costs against what a wrong choice afterwards would: the regret is then of
    the order T^(2/3) (K log T)^(1/3) on every instance.

    Differs: the book gives the order; the constant 1 is ours.
    Source: [Slivkins2019] section 1.2
    """
    length = (horizon / n_arms) ** (2 / 3) * np.log(horizon) ** (1 / 3)
    return max(1, min(int(np.ceil(length)), horizon // n_arms))


class ExploreFirst(MeanPolicy):
    """Pull every arm n_explore times, in turn; then pull the arm with the best mean until the end.

    n_explore int >= 1, pulls per arm; None takes `exploration_length(K, T)`.

    Source: [Slivkins2019] Alg. 1.1
    """

    def __init__(self, n_explore: int | None = None):
        self.n_explore = None if n_explore is None else check_int("n_explore", n_explore, low=1)

    @property
    def label(self) -> str:
        return "explore-first" if self.n_explore is None else f"explore-first {self.n_explore}"

    def reset(self, n_runs: int, n_arms: int, horizon: int) -> None:
        super().reset(n_runs, n_arms, horizon)
        per_arm = self.n_explore or exploration_length(n_arms, horizon)
        self.explore_rounds = per_arm * n_arms
        self.chosen = None

    def act(self, t: int, rng) -> np.ndarray:
        if t <= self.explore_rounds:
            return np.full(self.n_runs, (t - 1) % self.n_arms)
        if self.chosen is None:
            self.chosen = self.reward_mean.argmax(axis=-1)
        return self.chosen

    def predict(self) -> np.ndarray:
        """The arm (R,) that it pulls for ever; while it explores, the one that it would choose now."""
        return super().predict() if self.chosen is None else self.chosen
