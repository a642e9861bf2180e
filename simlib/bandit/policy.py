"""What a policy is: three verbs, for all runs at once.

`reset` starts R fresh runs, `act` chooses one arm in each run, `learn` takes the rewards in. Arrays carry
the axis of runs first, so that the textbook's formula for one run, written along the last axis, serves
them all.

Ties: use plain `argmax`. `simulate` deals the arms to each run in an order of its own, so that "the first
of the best" is a fair choice among them.

Two more verbs are there for those that need them. `predict()` names the arm (R,) that a policy holds for the
best; `simulate` keeps its gap, the simple regret. `told(gaps)` tells the truth, (R, K), after `reset`: what
has this verb is no policy, but a yardstick.

In this file: `Policy`, the interface, and `MeanPolicy`, which keeps each arm's mean reward.
"""

from __future__ import annotations

import inspect

import numpy as np


class Policy:
    """The interface. A policy never sees the world, only its own arms and their rewards."""

    def __repr__(self) -> str:
        """The call that makes it: a constructor keeps its arguments under their own names."""
        names = [name for name in inspect.signature(type(self)).parameters if hasattr(self, name)]
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    @property
    def label(self) -> str:
        """The name that tables and figures show."""
        return type(self).__name__

    def reset(self, n_runs: int, n_arms: int, horizon: int) -> None:
        """Forget everything and prepare R = n_runs runs of `horizon` rounds with K = n_arms arms."""
        raise NotImplementedError

    def act(self, t: int, rng) -> np.ndarray:
        """The arms (R,) int in 0..K-1 to pull in round t = 1, 2, ...; randomness only from `rng`.

        `rng` is a `simlib.rng.BlockGenerator`: `random`, `integers`, `standard_normal`, `beta` and
        `standard_gamma`, each for all runs at once, such as `rng.random(n_runs)`.
        """
        raise NotImplementedError

    def learn(self, arm: np.ndarray, reward: np.ndarray) -> None:
        """Take in the rewards (R,) float of the arms (R,) int just pulled."""
        raise NotImplementedError


class MeanPolicy(Policy):
    """A policy that remembers each arm's mean reward and its number of pulls.

    `pulls` (R, K) float, `reward_mean` (R, K) float; the mean of an arm never pulled is 0.
    """

    def reset(self, n_runs: int, n_arms: int, horizon: int) -> None:
        self.n_runs, self.n_arms, self.horizon = n_runs, n_arms, horizon
        self.pulls = np.zeros((n_runs, n_arms))
        self.reward_mean = np.zeros((n_runs, n_arms))
        self._row_start = np.arange(n_runs) * n_arms

    def learn(self, arm: np.ndarray, reward: np.ndarray) -> None:
        """mean += (reward - mean) / pulls, for the arm pulled in each run."""
        pulls, reward_mean = self.pulls.ravel(), self.reward_mean.ravel()  # views, not copies
        cell = self._row_start + arm
        count = pulls.take(cell) + 1
        mean = reward_mean.take(cell)
        pulls[cell] = count
        reward_mean[cell] = mean + (reward - mean) / count

    def predict(self) -> np.ndarray:
        """The arm (R,) that looks best so far, if the game ended now: the one with the highest mean."""
        return self.reward_mean.argmax(axis=-1)
