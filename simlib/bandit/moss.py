"""MOSS: explore an arm only until it has had its share of the rounds.

An arm that was pulled T/K times has had its share, and gets no radius any more. That takes the logarithm out
of the worst-case regret: it is of the order sqrt(K T), as small as any policy's can be.

In this file: `moss_index`, the formula, and the policy `MOSS`.
"""

from __future__ import annotations

import numpy as np

from simlib.bandit.policy import MeanPolicy


def moss_index(reward_mean: np.ndarray, pulls: np.ndarray, horizon: int) -> np.ndarray:
    """mean + sqrt(max(0, log(T / (K pulls))) / pulls).

    reward_mean and pulls of one shape (..., K), pulls >= 1; horizon T int >= 1, rounds.
    Assumes rewards in [0, 1].

    Source: [Audibert2009b] section 2; [Lattimore2020] chapter 9
    """
    share = horizon / (pulls.shape[-1] * pulls)
    return reward_mean + np.sqrt(np.log(np.maximum(share, 1)) / pulls)


class MOSS(MeanPolicy):
    """Pull every arm once, then always the arm with the largest `moss_index`. It must know the horizon.

    Source: [Audibert2009b] section 2
    """

    def act(self, t: int, rng) -> np.ndarray:
        if t <= self.n_arms:
            return np.full(self.n_runs, t - 1)
        return moss_index(self.reward_mean, self.pulls, self.horizon).argmax(axis=-1)
