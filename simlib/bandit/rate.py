"""How fast does regret grow? The worst regret over some worlds, and the power of T in it.

A bound that holds for every gap is about the worst one, and which gap is worst changes with the horizon. So
at each horizon all worlds are played, and the largest regret is kept. Runs are put into independent groups,
each of which gives one number, so that a result comes with its uncertainty.

In this file: `group_regret`, `worst_regret`, `power`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from simlib.bandit.policy import Policy
from simlib.bandit.simulate import simulate
from simlib.bandit.world import World
from simlib.validate import check_array, check_int


def group_regret(
    policy: Policy, world: World, horizon: int, runs: int, seed: int, groups: int = 8, **more: Any
) -> np.ndarray:
    """Mean regret after `horizon` rounds in each of `groups` independent groups of runs: (groups,).

    runs: a multiple of `groups`; more: further arguments of `simulate`.
    """
    groups = check_int("groups", groups, low=1)
    if check_int("runs", runs, low=1) % groups:
        raise ValueError(f"runs must be a multiple of the {groups} groups; got {runs}")
    result = simulate(world, {"it": policy}, horizon, runs, seed, progress=False, **more)
    return result.final("it").reshape(groups, -1).mean(axis=1)


def worst_regret(
    policy: Policy, worlds: Sequence[World], horizon: int, runs: int, seed: int, groups: int = 8, **more: Any
) -> np.ndarray:
    """The largest mean regret over the worlds, in each group of runs: (groups,).

    Differs: the maximum of noisy means is a little above the largest mean.
    """
    each = [group_regret(policy, world, horizon, runs, seed, groups, **more) for world in worlds]
    return np.max(each, axis=0)


def power(times: Any, regret: Any) -> np.ndarray:
    """p of the least-squares line log regret = p log T + c, for each column: like T^p.

    times (C,) > 0 horizons, C >= 2; regret (C,) or (C, ...) > 0.
    """
    times, regret = check_array("times", times, ndim=1), check_array("regret", regret)
    if len(np.unique(times)) < 2 or times.min() <= 0:
        raise ValueError(f"times must be at least two different numbers > 0; got {times.tolist()}")
    if regret.size == 0 or regret.min() <= 0:
        raise ValueError(
            f"regret must be > 0 to have a power; got min {regret.min() if regret.size else None}"
        )
    x = np.log(times) - np.log(times).mean()
    return np.tensordot(x, np.log(regret), axes=1) / (x @ x)
