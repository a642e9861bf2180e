"""Instances drawn from a prior: each run is a world of its own, as in Bayesian regret.

In this file: `PriorBandit`, and `CoinRows`, the worlds of some runs together.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from simlib.bandit.world import World
from simlib.rng import BlockGenerator, stream
from simlib.validate import check_array, check_int


class CoinRows(World):
    """Bernoulli arms whose means differ from run to run: means (R, K) in [0, 1], gaps (R, K)."""

    def __init__(self, means: np.ndarray):
        self.means = check_array("means", means, ndim=2)
        if self.means.min() < 0 or self.means.max() > 1:
            raise ValueError(f"means must be in [0, 1]; got {self.means.min():.4g} to {self.means.max():.4g}")
        self.gaps = self.means.max(axis=1, keepdims=True) - self.means
        self.n_arms = self.means.shape[1]

    def reward(self, arm: np.ndarray, u: np.ndarray) -> np.ndarray:
        """1 if u < means[run, arm] else 0, (R,) float."""
        return (u < np.take_along_axis(self.means, arm[:, None], axis=1)[:, 0]).astype(float)


class PriorBandit(World):
    """Bernoulli arms whose means each run draws from a prior: the mean regret is the Bayesian regret.

    sample(rng, n_runs) -> means (n_runs, K) in [0, 1]; without it the K means are independent and uniform.
    n_arms K >= 1. The instances depend on the seed and the block of runs only, so compared policies meet the
    same ones. layout_seed int >= 0 holds the instances while the seed of `simulate` changes the luck; None
    draws them from that seed. `gaps` are those of what `draw` returns.

    Raises: ValueError for a sample of another shape or outside [0, 1].
    Source: [Slivkins2019] section 3.1
    """

    def __init__(
        self,
        n_arms: int = 2,
        sample: Callable[[np.random.Generator, int], Any] | None = None,
        layout_seed: int | None = None,
    ):
        self.n_arms, self.sample = check_int("n_arms", n_arms, low=1), sample
        self.layout_seed = None if layout_seed is None else check_int("layout_seed", layout_seed, low=0)

    def draw(self, seed: int, blocks: range) -> CoinRows:
        """The instances of the runs in these blocks, as `CoinRows`."""
        layout = seed if self.layout_seed is None else self.layout_seed
        means = [self._means(stream(layout, "instance", block)) for block in blocks]
        return CoinRows(np.concatenate(means))

    def _means(self, rng: np.random.Generator) -> np.ndarray:
        shape = (BlockGenerator.BLOCK, self.n_arms)
        if self.sample is None:
            return rng.random(shape)
        return check_array("what sample returns", self.sample(rng, shape[0]), shape=shape)

    def __repr__(self) -> str:
        name = "uniform means" if self.sample is None else getattr(self.sample, "__name__", "a prior")
        return f"PriorBandit({self.n_arms} arms, {name})"
