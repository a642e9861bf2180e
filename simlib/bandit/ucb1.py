"""UCB1: be optimistic about what you have not tried often.

Each arm gets the largest mean that its data still make plausible, and the arm with the largest of these
is pulled. Either it is good, or the pull teaches that it is not.

In this file: `ucb1_index`, the formula, and the policy `UCB1`.
"""

from __future__ import annotations

import math

import numpy as np

from simlib.bandit.policy import MeanPolicy
from simlib.validate import check_real


def ucb1_index(reward_mean: np.ndarray, pulls: np.ndarray, t: int, scale: float = 1.0) -> np.ndarray:
    """mean + scale * sqrt(2 log t / pulls), the upper confidence bound of each arm.

    reward_mean and pulls of the same shape (..., K), pulls >= 1; t int >= 1, the number of this round;
    scale >= 0, where 1 is UCB1.
    Assumes rewards in [0, 1].

    Differs: [Slivkins2019] writes log T with the horizon T; log t needs no horizon. [Auer2002] counts the
    plays done so far, so t - 1.
    Source: [Auer2002] Fig. 1; [Slivkins2019] Alg. 1.5
    """
    return reward_mean + np.sqrt(2 * scale**2 * math.log(t) / pulls)


class UCB1(MeanPolicy):
    """Pull every arm once, then always the arm with the largest `ucb1_index`.

    scale >= 0 multiplies the radius: 1 is UCB1, 0 follows the best mean without exploring.

    Source: [Auer2002] Fig. 1
    """

    def __init__(self, scale: float = 1.0):
        self.scale = check_real("scale", scale, 0)

    @property
    def label(self) -> str:
        return "UCB1" if self.scale == 1 else f"UCB1 scale {self.scale:g}"

    def act(self, t: int, rng) -> np.ndarray:
        if t <= self.n_arms:
            return np.full(self.n_runs, t - 1)
        return ucb1_index(self.reward_mean, self.pulls, t, self.scale).argmax(axis=-1)
