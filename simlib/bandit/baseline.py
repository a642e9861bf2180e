"""Yardsticks: what a policy must beat, and what it cannot.

In this file, worst first: `Uniform`, which never learns; `FollowTheLeader`, which never explores; `Oracle`,
which knows the answer.
"""

from __future__ import annotations

import numpy as np

from simlib.bandit.policy import MeanPolicy, Policy


class Uniform(MeanPolicy):
    """A uniformly random arm in every round: it costs mean(gaps) a round.

    It keeps the means, so that it can still name the arm that looks best: exploring is all it does.

    Source: [Slivkins2019] section 1.2
    """

    def act(self, t: int, rng) -> np.ndarray:
        return (rng.random(self.n_runs) * self.n_arms).astype(np.int64)


class FollowTheLeader(MeanPolicy):
    """Every arm once, then always the arm with the best mean: greedy.

    A good arm that began badly is never tried again, so in some runs it loses for ever.

    Source: [Slivkins2019] chapter 11, the greedy algorithm
    """

    @property
    def label(self) -> str:
        return "follow the leader"

    def act(self, t: int, rng) -> np.ndarray:
        if t <= self.n_arms:
            return np.full(self.n_runs, t - 1)
        return self.reward_mean.argmax(axis=-1)


class Oracle(Policy):
    """An arm of gap 0, always the same. It is told the truth: a yardstick of regret 0, and no policy.

    In a world that varies, the arm that is best over all rounds.

    Raises: ValueError if it acts before it was told.
    Source: [Slivkins2019] section 1.1, the best arm
    """

    def reset(self, n_runs: int, n_arms: int, horizon: int) -> None:
        self.best = None

    def told(self, gaps: np.ndarray) -> None:
        """The gaps (R, K) of this run's arms, in the policy's own numbers."""
        self.best = gaps.argmin(axis=-1)

    def act(self, t: int, rng) -> np.ndarray:
        return self.predict()

    def learn(self, arm: np.ndarray, reward: np.ndarray) -> None:
        """Nothing: it knows."""

    def predict(self) -> np.ndarray:
        """The best arm (R,)."""
        if self.best is None:
            raise ValueError("Oracle must be told the gaps before it acts; got no call of told")
        return self.best
