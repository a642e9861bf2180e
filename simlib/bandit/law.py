"""Any bandit whose arms have laws with a quantile function: bounded, skewed or heavy-tailed.

A reward is the quantile of a uniform number, which is how one turns luck into any law.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from simlib.bandit.world import World, open_unit


class LawBandit(World):
    """K arms; arm k pays rewards of the law laws[k], independently of everything else.

    laws: objects with `ppf(u)`, the quantile function, and `mean()`, such as the frozen laws of scipy.stats:
    `LawBandit([beta(2, 5), uniform()])` is bounded, `LawBandit([pareto(1.5), pareto(2)])` has heavy tails.
    A law without a finite mean has no regret and is refused.

    Raises: ValueError for no law, an object without ppf and mean, a mean that is not finite.
    Cost: one call of ppf for each arm that some run pulls in a round.
    Source: [Slivkins2019] section 1.1
    """

    def __init__(self, laws: Sequence[Any] | None = None):
        self.laws = list(laws) if laws is not None else _coins()
        if not self.laws:
            raise ValueError("laws must hold at least one law; got none")
        for law in self.laws:
            if not hasattr(law, "ppf") or not hasattr(law, "mean"):
                raise ValueError(f"laws must have ppf and mean; got a {type(law).__name__}")
        self.means = np.array([float(law.mean()) for law in self.laws])
        if not np.isfinite(self.means).all():
            raise ValueError(f"laws must have finite means; got {self.means[~np.isfinite(self.means)][0]}")
        self.gaps = self.means.max() - self.means
        self.n_arms = len(self.laws)

    def reward(self, arm: np.ndarray, u: np.ndarray) -> np.ndarray:
        """laws[arm].ppf(u), (R,) float."""
        reward, u = np.empty(len(arm)), open_unit(u)
        for k in np.unique(arm):
            reward[arm == k] = self.laws[k].ppf(u[arm == k])
        return reward

    def __repr__(self) -> str:
        low, high = self.means.min(), self.means.max()
        return f"LawBandit({self.n_arms} arms, means {low:.4g} to {high:.4g})"


def _coins() -> list[Any]:
    from scipy.stats import beta

    return [beta(3, 2), beta(1, 1)]
