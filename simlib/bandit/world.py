"""What a world is: it knows the truth and pays rewards, and a policy never sees more than those.

A world is a formula: given the arms pulled and a uniform number for each run, it returns what they pay. So
`simulate` decides where the luck comes from, and compared policies can share it.

In this file: `World`, the interface, and `open_unit`, for worlds that need quantiles.
"""

from __future__ import annotations

import numpy as np


class World:
    """K arms. `gaps` (K,), or (R, K) where each run has a world of its own: best mean - mean, per pull.

    `varies`: whether rewards depend on the round; then `at(t)` is the world of round t, whose `gaps` may be
    negative, `gaps` are the means over all rounds, and luck is shared round by round instead of pull by pull.
    `horizon`: the number of rounds that it is made for, or None.
    """

    n_arms: int
    gaps: np.ndarray
    varies = False
    horizon: int | None = None

    def draw(self, seed: int, blocks: range) -> World:
        """The world of the runs in these blocks: itself, unless each run has an instance of its own."""
        return self

    def at(self, t: int) -> World:
        """The world as it is in round t = 1, 2, ...: itself, unless it `varies`."""
        return self

    def uniform_regret(self, times: np.ndarray) -> np.ndarray:
        """What uniform play costs on average up to the rounds `times` (C,): mean(gaps) * t."""
        return self.gaps.mean() * times

    def reward(self, arm: np.ndarray, u: np.ndarray) -> np.ndarray:
        """What the arms (R,) int in 0..K-1 pay, (R,) float, given uniforms u (R,) in [0, 1)."""
        raise NotImplementedError


def open_unit(u: np.ndarray) -> np.ndarray:
    """u in [0, 1), a multiple of 2^-53, moved by less than 2^-53 into (0, 1), where quantiles are finite."""
    return u * (1 - 2.0**-53) + 2.0**-54
