"""The Bernoulli bandit: every pull of arm k pays 1 with probability means[k], else 0.

The world is the only place that knows the truth: the means, the best arm, the gaps. A policy sees
nothing but the rewards of the arms it pulls.
"""

from __future__ import annotations

import numpy as np

from simlib.bandit.world import World
from simlib.validate import check_probs


class BernoulliBandit(World):
    """K arms; arm k pays 1 with probability means[k], independently of everything else.

    means (K,) probabilities in [0, 1], K >= 1. `gaps` (K,) = max(means) - means, what one pull of each
    arm costs in expectation.

    Raises: ValueError for means outside [0, 1], NaN, or no arm at all.
    Source: [Slivkins2019] section 1.1
    """

    def __init__(self, means=(0.6, 0.5)):
        self.means = check_probs("means", means).copy()
        self.gaps = self.means.max() - self.means
        self.n_arms = len(self.means)

    def reward(self, arm: np.ndarray, u: np.ndarray) -> np.ndarray:
        """1 if u < means[arm] else 0: the inverse of the distribution function at the uniforms u.

        arm (R,) int in 0..K-1; u (R,) uniform in [0, 1). Returns (R,) float in {0, 1}.
        """
        return (u < self.means.take(arm)).astype(float)

    def __repr__(self) -> str:
        low, high = self.means.min(), self.means.max()
        return f"BernoulliBandit({self.n_arms} arms, means {low:.4g} to {high:.4g})"
