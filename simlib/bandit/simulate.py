"""Play policies against a world, many runs at once, and add up the regret.

Runs come in blocks of 128. A block owns its random streams, so the result is the same to the bit
however the blocks are grouped, and on however many workers. Compared policies share their luck (see
`tape.py`), and each run deals the arms in an order of its own (`dealer.py`), so that ties are broken fairly.

In this file: `simulate`, then its steps: `checkpoints`, `play`.
"""

from __future__ import annotations

import copy
import math
from collections.abc import Callable, Iterable
from typing import Any

import joblib
import numpy as np

from simlib.bandit import compiled
from simlib.bandit.dealer import Dealer
from simlib.bandit.simulation import Simulation
from simlib.bandit.world import World
from simlib.bar import progress_bar
from simlib.rng import BlockGenerator
from simlib.validate import check_int

BLOCKS_TOGETHER = 16  # 2048 runs: enough to hide NumPy's call overhead, few enough for the cache
N_CHECKPOINTS = 60


def simulate(
    world: Any,
    policies: Any,
    horizon: int,
    runs: int = 1024,
    seed: int = 0,
    *,
    shuffle: bool = True,
    progress: bool | None = None,
    n_jobs: int | None = None,
    engine: str = "auto",
) -> Simulation:
    """Pseudo-regret sum over rounds of (best mean - mean of the arm pulled), for each policy and run.

    world: a `World`, such as `BernoulliBandit`.
    policies: one, several, or a dict from label to policy, unchanged afterwards; coins depend on the label.
    horizon int >= K, rounds; runs int >= 1; seed int >= 0. The first runs of a longer call are the same.
    shuffle=False deals the arms in the world's own order (ties then go to the first).
    progress: True, False, or None for a bar when the work lasts over two seconds.
    n_jobs: workers of joblib; None follows `joblib.parallel_config`, which also reaches a Dask cluster.
    engine: "numpy"; "numba", compiled and some twenty times faster, for coins and common policies, without
    shared luck; "auto", numba from 100,000 rounds on where it can (see `compiled.py`).

    Raises: ValueError for arguments that cannot be, an arm out of range or of the wrong shape, rewards that
    are not finite, engine "numba" where it has no kernel.
    Cost: about 0.05 microseconds for each policy, run and round; 480 bytes for each policy and run.
    """
    named, horizon = _named(policies), _check_horizon(world, horizon)
    runs, seed = check_int("runs", runs, low=1), check_int("seed", seed, low=0)
    times, units = checkpoints(horizon), _units(named, runs, n_jobs)
    player = _player(engine, world, named, horizon, progress)
    with progress_bar(total=len(units) * len(times), unit="step", show=progress) as bar:
        tick = bar.update if _workers(n_jobs) == 1 else None
        one, results = joblib.delayed(player), []
        calls = (one(world, name, named[name], times, seed, blocks, shuffle, tick) for name, blocks in units)
        for result in joblib.Parallel(n_jobs=n_jobs, return_as="generator")(calls):
            results.append(result)
            if tick is None:
                bar.update(len(times))
    return _gather(world, times, runs, seed, units, results, "numpy" if player is play else "numba")


def _check_horizon(world: Any, horizon: int) -> int:
    if not isinstance(world, World):
        raise ValueError(f"world must be a World, such as BernoulliBandit; got a {type(world).__name__}")
    horizon = check_int("horizon", horizon)
    if horizon < world.n_arms:
        raise ValueError(f"horizon must be >= the {world.n_arms} arms; got {horizon}")
    if world.horizon not in (None, horizon):
        raise ValueError(f"horizon must be the {world.horizon} rounds of {world!r}; got {horizon}")
    return horizon


def _player(engine: str, world: Any, named: dict, horizon: int, progress: bool | None) -> Callable[..., Any]:
    """The engine's `play`, the compiled one with its kernels ready."""
    if not compiled.chosen(engine, world, named.values(), horizon):
        return play
    compiled.prepare(named.values(), progress)
    return compiled.play


def _units(labels: Iterable[str], runs: int, n_jobs: int | None) -> list[tuple[str, range]]:
    """What one worker does at a time: a policy in some blocks, few enough that every worker has some."""
    n_blocks = math.ceil(runs / BlockGenerator.BLOCK)
    together = min(BLOCKS_TOGETHER, math.ceil(n_blocks / _workers(n_jobs)))
    firsts = range(0, n_blocks, together)
    return [(label, range(i, min(i + together, n_blocks))) for label in labels for i in firsts]


def _workers(n_jobs: int | None) -> int:
    return joblib.effective_n_jobs(n_jobs)  # pyright: ignore[reportArgumentType] (None is allowed)


def checkpoints(horizon: int) -> np.ndarray:
    """At most about 60 rounds, evenly spaced on a log scale, from 1 to `horizon`: (C,) int."""
    return np.unique(np.geomspace(1, horizon, N_CHECKPOINTS).round().astype(np.int64))


def play(
    world: Any,
    label: str,
    policy: Any,
    times: np.ndarray,
    seed: int,
    blocks: range,
    shuffle: bool,
    tick: Callable[[int], Any] | None,
) -> tuple[np.ndarray, np.ndarray | None, np.ndarray]:
    """One policy in all runs of some blocks: (R, C) regret and simple regret, (R, K) pulls.

    Both regrets at the rounds `times`; the simple one is None for a policy that predicts no arm.
    """
    policy, dealer = copy.deepcopy(policy), Dealer(world, seed, blocks, shuffle)
    rng = BlockGenerator(seed, "policy " + label, blocks)
    n_runs, n_arms = dealer.gaps.shape
    regret, simple = np.empty((2, n_runs, len(times)))
    policy.reset(n_runs, n_arms, int(times[-1]))
    if hasattr(policy, "told"):
        policy.told(dealer.gaps)
    for c, (start, stop) in enumerate(zip([0, *times[:-1]], times, strict=True)):
        for t in range(start + 1, stop + 1):
            arm = _checked(policy.act(t, rng), f"act of {label}", n_runs, n_arms)
            policy.learn(arm, dealer.pay(arm, t))
        regret[:, c] = dealer.regret()
        if hasattr(policy, "predict"):
            best = _checked(policy.predict(), f"predict of {label}", n_runs, n_arms)
            simple[:, c] = np.take_along_axis(dealer.gaps, best[:, None], axis=1)[:, 0]
        if tick is not None:
            tick(1)
    return regret, simple if hasattr(policy, "predict") else None, dealer.pulls()


def _checked(arm: Any, verb: str, n_runs: int, n_arms: int) -> np.ndarray:
    """The arms that a policy's verb returned, of the right type, shape and range."""
    if not isinstance(arm, np.ndarray) or arm.shape != (n_runs,) or arm.dtype.kind not in "iu":
        seen = f"{arm.dtype} {arm.shape}" if isinstance(arm, np.ndarray) else type(arm).__name__
        raise ValueError(f"{verb} must return an int array of shape ({n_runs},); got {seen}")
    # as unsigned numbers the negative ones are huge, so that one maximum checks both ends
    if int(arm.astype(np.uint64).max()) >= n_arms:
        bad = arm[(arm < 0) | (arm >= n_arms)][0]
        raise ValueError(f"{verb} must return arms in 0..{n_arms - 1}; got {bad}")
    return arm.astype(np.int64, copy=False)


def _named(policies: Any) -> dict[str, Any]:
    if isinstance(policies, dict):
        pairs = list(policies.items())
    else:
        given = policies if isinstance(policies, Iterable) else [policies]
        pairs = [(getattr(p, "label", type(p).__name__), p) for p in given]
    if not pairs:
        raise ValueError("policies must hold at least one policy; got none")
    for label, policy in pairs:
        if isinstance(policy, type):
            name = policy.__name__
            raise ValueError(f"policies must be objects; got the class {name}: write {name}()")
        if not isinstance(label, str):
            raise ValueError(f"labels of policies must be texts; got {label!r}")
        missing = [verb for verb in ("reset", "act", "learn") if not hasattr(policy, verb)]
        if missing:
            raise ValueError(f"policies must have reset, act and learn; got {label} without {missing[0]}")
    labels = [label for label, _ in pairs]
    twice = [label for label in labels if labels.count(label) > 1]
    if twice:
        raise ValueError(f"labels of policies must differ; got {twice[0]} twice: give a dict of names")
    return dict(pairs)


def _gather(
    world: Any, times: np.ndarray, runs: int, seed: int, units: list, results: list, engine: str
) -> Simulation:
    regret, simple, pulls = ({label: [] for label, _ in units} for _ in range(3))
    for (label, _), parts in zip(units, results, strict=True):
        for kept, part in zip((regret, simple, pulls), parts, strict=True):
            kept[label].append(part)
    drawn = world.draw(seed, range(math.ceil(runs / BlockGenerator.BLOCK)))
    gaps = drawn.gaps if drawn.gaps.ndim == 1 else drawn.gaps[:runs]
    return Simulation(
        world=repr(world),
        gaps=gaps if gaps.ndim == 1 else gaps.mean(axis=0),
        seed=seed,
        t=times,
        regret={label: np.concatenate(parts)[:runs] for label, parts in regret.items()},
        simple_regret={
            k: np.concatenate(parts)[:runs] for k, parts in simple.items() if parts[0] is not None
        },
        pulls={label: np.concatenate(parts)[:runs] for label, parts in pulls.items()},
        engine=engine,
        uniform=drawn.uniform_regret(times) if drawn.varies else gaps.mean() * times,
    )
