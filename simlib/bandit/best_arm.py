"""Name the best arm: another aim than earning on the way, and another measure.

Pseudo-regret counts every pull. Here only the answer counts: asked after t rounds, does the policy name a
best arm? `Simulation.simple_regret` keeps what a wrong answer costs; this file asks how often it is wrong,
and how long explore-first should look before it settles on an answer.

In this file: `misidentified`, which gives a `Misidentified`; `exploration_sweep`, which gives an
`ExplorationSweep`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from simlib.bandit.explore_first import ExploreFirst, exploration_length
from simlib.bandit.simulate import simulate
from simlib.bandit.simulation import Simulation
from simlib.stats import clopper_pearson
from simlib.validate import check_array, check_choice, check_int


@dataclass(frozen=True, repr=False)
class Misidentified:
    """How often the arm that a policy names is not a best one.

    label: the policy; runs int, R; t (C,) int: the rounds at which it was asked
    share (C,) in [0, 1]: of the runs that name a wrong arm; low, high (C,): the interval of its probability
    """

    label: str
    runs: int
    t: np.ndarray
    share: np.ndarray
    low: np.ndarray
    high: np.ndarray

    def to_frame(self) -> Any:
        """A tidy pandas frame: one row for each checkpoint."""
        import pandas as pd

        columns = {"t": self.t, "share": self.share, "low": self.low, "high": self.high}
        return pd.DataFrame({"policy": self.label, "runs": self.runs, **columns})

    def __repr__(self) -> str:
        return (
            f"{self.label} after {self.t[-1]} rounds: wrong arm in {self.share[-1]:.4f} of {self.runs} runs, "
            f"interval {self.low[-1]:.4f} to {self.high[-1]:.4f}"
        )


def misidentified(result: Simulation, label: str, alpha: float = 0.05) -> Misidentified:
    """The share of runs whose predicted arm has a gap above 0, with intervals of level 1 - alpha.

    result: of `simulate`; label: a policy of it that predicts. The intervals are Clopper-Pearson's; each
    stands for its checkpoint alone.

    Raises: ValueError for a policy that predicts no arm.
    Source: [Lattimore2020] chapter 33; [ClopperPearson1934]
    """
    check_choice("label of a policy that predicts", label, result.simple_regret)
    wrong = (result.simple_regret[label] > 0).sum(axis=0)
    low, high = np.array([clopper_pearson(int(k), result.runs, alpha) for k in wrong]).T
    return Misidentified(label, result.runs, result.t, wrong / result.runs, low, high)


@dataclass(frozen=True, repr=False)
class ExplorationSweep:
    """The final regret of explore-first against the length of its exploration, on shared luck.

    world: what was played; horizon int, T; seed int; lengths (N,) int: pulls per arm, increasing
    regret (N, R) float: after T rounds; formula int: the length that `exploration_length(K, T)` advises
    """

    world: str
    horizon: int
    seed: int
    lengths: np.ndarray
    regret: np.ndarray
    formula: int

    @property
    def runs(self) -> int:
        """The number of independent runs, R."""
        return self.regret.shape[1]

    @property
    def mean(self) -> np.ndarray:
        """Mean final regret at each length, (N,)."""
        return self.regret.mean(axis=1)

    @property
    def se(self) -> np.ndarray:
        """Standard error of that mean, sd / sqrt(R), (N,); NaN for a single run."""
        if self.runs < 2:
            return np.full(len(self.lengths), np.nan)
        return self.regret.std(axis=1, ddof=1) / np.sqrt(self.runs)

    @property
    def best(self) -> int:
        """The length with the smallest mean regret, of those tried."""
        return int(self.lengths[self.mean.argmin()])

    def to_frame(self) -> Any:
        """A tidy pandas frame: one row for each length."""
        import pandas as pd

        columns = {"n_explore": self.lengths, "regret_mean": self.mean, "regret_se": self.se}
        return pd.DataFrame({**columns, "runs": self.runs})

    def __repr__(self) -> str:
        lines = [
            f"explore-first, {self.world}: {self.horizon} rounds, {self.runs} runs, seed {self.seed}",
            f"{'pulls per arm':>13}  {'regret':>8}  {'± se':>7}",
        ]
        for length, mean, se in zip(self.lengths, self.mean, self.se, strict=True):
            lines.append(f"{length:13d}  {mean:8.1f}  {se:7.1f}")
        return "\n".join([*lines, f"least at {self.best}; the formula advises {self.formula}"])


def exploration_sweep(
    world: Any, lengths: Any, horizon: int, runs: int = 1024, seed: int = 0
) -> ExplorationSweep:
    """Final regret of `ExploreFirst(n)` for each n of `lengths`: too short errs, too long pays for nothing.

    lengths (N,) int >= 1, increasing, pulls per arm, the last at most T/K; the rest as in `simulate`.

    Raises: ValueError for lengths that do not increase, or that the horizon has no room for.
    Cost: N policies in `simulate`.
    Source: [Slivkins2019] section 1.2
    """
    horizon, room = check_int("horizon", horizon, low=world.n_arms), horizon // world.n_arms
    lengths = check_array("lengths", lengths, ndim=1, dtype=int)
    if len(lengths) == 0 or (np.diff(lengths) <= 0).any() or lengths[0] < 1 or lengths[-1] > room:
        raise ValueError(f"lengths must increase, from 1 to at most T/K = {room}; got {lengths.tolist()}")
    policies = {str(n): ExploreFirst(int(n)) for n in lengths}
    result = simulate(world, policies, horizon, runs, seed)
    regret = np.stack([result.final(label) for label in policies])
    formula = exploration_length(world.n_arms, horizon)
    return ExplorationSweep(result.world, horizon, result.seed, lengths, regret, formula)
