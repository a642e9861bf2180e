"""The doubling trick: a policy that needs the horizon, made to do without.

Guess a short horizon, and play the policy made for it. When it is over, forget everything and guess twice as
long. The last phase is about half of all rounds, so that for a regret that grows like T^a the phases together
cost no more than a constant, 2^a / (2^a - 1), times what knowing T would: 2.7 for a = 2/3, 3.4 for a = 1/2.

In this file: `phase`, in which the rounds are counted, and the policy `Doubling`.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from simlib.bandit.explore_first import ExploreFirst
from simlib.bandit.policy import Policy
from simlib.validate import check_int


def phase(t: int, first: int) -> tuple[int, int]:
    """The phase of round t: rounds before it, and its length; the lengths are first, 2 first, 4 first, ...

    t int >= 1; first int >= 1. With first = 3: rounds 1 to 3, 4 to 9, 10 to 21, so round 5 gives (3, 6).
    """
    length = first << (((t - 1) // first + 1).bit_length() - 1)
    return length - first, length


class Doubling(Policy):
    """Restart `policy` in phases that double, each time with the length of the phase for its horizon.

    policy: any, with the three verbs; None takes `ExploreFirst()`.
    first int >= 1: rounds of the first phase, which is never shorter than K.

    Differs: the book's phases last 2, 4, 8, ... rounds; these start at max(first, K), so that every arm fits.
    Source: [Slivkins2019] chapter 1, the exercise on the doubling trick
    """

    def __init__(self, policy: Any = None, first: int = 1):
        self.policy = ExploreFirst() if policy is None else policy
        for verb in ("reset", "act", "learn"):
            if not hasattr(self.policy, verb):
                raise ValueError(f"policy must have reset, act and learn; got {policy!r} without {verb}")
        self.first = check_int("first", first, low=1)

    @property
    def label(self) -> str:
        name = getattr(self.policy, "label", type(self.policy).__name__)
        return f"doubling {name}" if self.first == 1 else f"doubling {name} from {self.first}"

    def reset(self, n_runs: int, n_arms: int, horizon: int) -> None:
        self.n_runs, self.n_arms = n_runs, n_arms

    def act(self, t: int, rng) -> np.ndarray:
        before, length = phase(t, max(self.first, self.n_arms))
        if t == before + 1:
            self.policy.reset(self.n_runs, self.n_arms, length)
        return self.policy.act(t - before, rng)

    def learn(self, arm: np.ndarray, reward: np.ndarray) -> None:
        self.policy.learn(arm, reward)
