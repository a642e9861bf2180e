"""The Gaussian bandit: a pull of arm k pays its mean plus normal noise."""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy.special import ndtri

from simlib.bandit.world import World, open_unit
from simlib.validate import check_array, check_real


class GaussianBandit(World):
    """K arms; arm k pays means[k] + sd * z with z standard normal, independently of everything else.

    means (K,) float, K >= 1; sd > 0, the same for all arms. Rewards have no bound: a policy that assumes
    [0, 1] needs a scale.

    Source: [Lattimore2020] chapter 4
    """

    def __init__(self, means: Any = (0.5, 0.0), sd: float = 1.0):
        self.means = check_array("means", means, ndim=1).copy()
        if len(self.means) == 0:
            raise ValueError("means must be at least one number; got none")
        self.sd = check_real("sd", sd, 0, open_low=True)
        self.gaps = self.means.max() - self.means
        self.n_arms = len(self.means)

    def reward(self, arm: np.ndarray, u: np.ndarray) -> np.ndarray:
        """means[arm] + sd * (the standard normal quantile of u)."""
        return self.means.take(arm) + self.sd * ndtri(open_unit(u))

    def __repr__(self) -> str:
        low, high = self.means.min(), self.means.max()
        return f"GaussianBandit({self.n_arms} arms, means {low:.4g} to {high:.4g}, sd {self.sd:g})"
