"""The compiled engine: the same policies as machine code, for horizons at which a theorem shows.

`simulate(engine="numba")` plays them on a `BernoulliBandit`, with the blocks, the dealt orders and the rounds
of the NumPy engine, and returns the same `Simulation`. Its luck is its own: a stream for each policy and
block, not the tape that compared policies share, so their differences are noisier. The figures are not the
NumPy engine's, but their laws are; same seed, same figures, however the blocks are grouped.

"auto" takes it where numba is installed, world and policies are all supported, and the horizon is at least
`PAYS_FROM`: from there on NumPy takes longer than compiling, once per machine, does. The number of runs does
not count, so that the first runs of a longer call are the same runs.

In this file: `chosen`, which decides; `prepare`, which compiles or loads; `play`, which plays.
"""

from __future__ import annotations

import contextlib
import copy
import functools
import hashlib
import importlib.util
import os
import sys
import warnings
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import numpy as np

from simlib.bandit import compiled_kernel as kernel
from simlib.bandit import compiled_kl, compiled_step
from simlib.bandit.bernoulli import BernoulliBandit
from simlib.bandit.compiled_step import W
from simlib.bandit.dealer import deal
from simlib.rng import stream
from simlib.validate import check_choice

ENGINES = ("auto", "numpy", "numba")
PAYS_FROM = 100_000  # rounds
COUNTS_TO = 2**24  # whole numbers below are exact in 32 bits
# file and class of a policy: its kernel, and the attributes that the kernel needs, as they are after `reset`
KERNELS: dict[str, tuple[Callable[..., Any], tuple[str, ...]]] = {
    "ucb1.UCB1": (kernel.ucb1, ("scale",)),
    "moss.MOSS": (kernel.moss, ()),
    "ucb_v.UCBV": (kernel.ucb_v, ("zeta",)),
    "epsilon_greedy.EpsilonGreedy": (kernel.epsilon_greedy, ("epsilon",)),
    "decaying_epsilon_greedy.DecayingEpsilonGreedy": (kernel.decaying_epsilon_greedy, ("scale",)),
    "explore_first.ExploreFirst": (kernel.explore_first, ("explore_rounds",)),
    "kl_ucb.KLUCB": (compiled_kl.kl_ucb, ("c",)),
    "thompson.GaussianThompson": (kernel.gaussian_thompson, ("mean", "sd", "noise")),
    "successive_elimination.SuccessiveElimination": (kernel.successive_elimination, ()),
}
# what the kernels call: copied into them, or called
INLINED = [compiled_step.rotated, compiled_step.uniform, compiled_step.offer, compiled_step.pull]
INLINED += [compiled_step.table, compiled_step.own, kernel.greedy]
CALLED = [compiled_step.report, compiled_step.normals, compiled_step.minus_log, compiled_step.series]
CALLED += [kernel.drop, compiled_kl.kl_choice, compiled_kl.kl_solved]
# no fastmath: it gains little, and without it all processors get the same numbers
OPTIONS = {"nogil": True, "error_model": "numpy"}


def chosen(engine: str, world: Any, policies: Iterable[Any], horizon: int) -> bool:
    """Whether to play on the compiled engine.

    Raises: ValueError for an unknown engine, or "numba" with a world, policy or horizon without a kernel;
    ModuleNotFoundError for "numba" without numba.
    """
    check_choice("engine", engine, ENGINES)
    wrong = _unsupported(world, policies, horizon)
    if engine == "numba" and wrong:
        names = ", ".join(name.partition(".")[2] for name in KERNELS)
        raise ValueError(
            f"engine 'numba' plays {names} on BernoulliBandit, fewer than {COUNTS_TO} rounds; got {wrong}"
        )
    if engine == "numpy" or wrong or (engine == "auto" and horizon < PAYS_FROM):
        return False
    if importlib.util.find_spec("numba") is not None:
        return True
    if engine == "numba":
        raise ModuleNotFoundError("engine 'numba' needs numba: pip install 'simlib[fast]'", name="numba")
    _say_missing()
    return False


def _unsupported(world: Any, policies: Iterable[Any], horizon: int) -> str:
    """What has no kernel, or nothing. A subclass may do otherwise than its parent: it has none."""
    if type(world) is not BernoulliBandit:
        return type(world).__name__
    if horizon >= COUNTS_TO:
        return f"{horizon} rounds"
    return next((type(policy).__name__ for policy in policies if _key(policy) not in KERNELS), "")


def _key(policy: Any) -> str:
    return f"{type(policy).__module__}.{type(policy).__qualname__}".removeprefix("simlib.bandit.")


@functools.cache
def _say_missing() -> None:
    warnings.warn(
        "numba is not installed, so NumPy plays: slower, and with other numbers (pip install 'simlib[fast]')",
        stacklevel=4,
    )


def prepare(policies: Iterable[Any], progress: bool | None = None) -> None:
    """Load the policies' kernels, compiled by this machine before or now; workers then find them on disk.

    Says on stderr what it compiles, unless progress is False, or None and the environment's TQDM_DISABLE says
    no. Cost: some 2 seconds for each, and 5 more for the first, once per machine and version.
    """
    loud = progress if progress is not None else not os.environ.get("TQDM_DISABLE")
    for key in dict.fromkeys(_key(policy) for policy in policies):
        with _announced(key) if loud else contextlib.nullcontext():
            _compiled(key)


@functools.cache
def _compiled(key: str) -> Any:
    """The kernel as machine code: from memory, from numba's cache on disk, or compiled now."""
    numba, (function, parameters) = _numba(), KERNELS[key]
    f4, i4, u4 = numba.float32, numba.int32, numba.uint32
    arrays = (f4[:, ::1], numba.int64[::1], u4[:, ::1], i4[:, :, ::1], i4[:, ::1])
    try:
        compiled = numba.njit(cache=True, **OPTIONS)(function)
        _forget_stale(Path(compiled.stats.cache_path))
    except RuntimeError:  # there is no folder that can be written: compile each time
        compiled = numba.njit(**OPTIONS)(function)
    compiled.compile((*arrays, *(numba.float64 for _ in parameters)))
    return compiled


def _forget_stale(folder: Path) -> None:
    """Delete the machine code of another state of these files: numba looks only at a kernel's own file."""
    texts = [Path(str(module.__file__)).read_bytes() for module in (kernel, compiled_kl, compiled_step)]
    now = hashlib.sha256(b"".join(texts) + repr(OPTIONS).encode()).hexdigest()
    stamp = folder / "compiled.stamp"
    if not stamp.exists() or stamp.read_text() != now:
        for old in folder.glob("compiled_k*.nb?"):
            old.unlink(missing_ok=True)
        folder.mkdir(parents=True, exist_ok=True)
        stamp.write_text(now)


@functools.cache
def _numba() -> Any:
    """numba, told once which functions the kernels call."""
    import numba
    from numba.extending import register_jitable

    for functions, inline in ((INLINED, "always"), (CALLED, "never")):
        for function in functions:
            register_jitable(inline=inline, **OPTIONS)(function)
    return numba


def _announced(key: str) -> contextlib.AbstractContextManager:
    """Says so on stderr when numba compiles this kernel, and nothing when it finds it on disk."""
    from numba.core import event

    class Listener(event.Listener):
        said = False

        def on_start(self, event: Any) -> None:
            if not self.said:
                name = KERNELS[key][0].__name__
                print(f"compiling {name}, once per machine", file=sys.stderr, flush=True)
                self.said = True

        def on_end(self, event: Any) -> None:
            pass

    return event.install_listener("numba:compile", Listener())


def play(
    world: BernoulliBandit,
    label: str,
    policy: Any,
    times: np.ndarray,
    seed: int,
    blocks: range,
    shuffle: bool,
    tick: Callable[[int], Any] | None,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """One policy in all runs of some blocks: (R, C) regret and simple regret, (R, K) pulls.

    Both regrets at the rounds `times`, as `simlib.bandit.simulate.play` has them.
    Cost: about 3 nanoseconds for each run and round with 10 arms.
    """
    policy, compiled = copy.deepcopy(policy), _compiled(_key(policy))
    policy.reset(1, world.n_arms, int(times[-1]))
    parameters = [float(getattr(policy, name)) for name in KERNELS[_key(policy)][1]]
    parts = []
    for block in blocks:
        order = deal(seed, range(block, block + 1), world.n_arms, shuffle)
        means = np.ascontiguousarray(world.means[order].T, dtype=np.float32)
        luck = stream(seed, "compiled " + label, block).integers(2**32, size=(4, W), dtype=np.uint32)
        pulls_at = np.empty((len(times), *means.shape), dtype=np.int32)
        best_at = np.empty((len(times), W), dtype=np.int32)
        compiled(means, times, luck, pulls_at, best_at, *parameters)
        parts.append(_account(world.gaps[order], order, pulls_at, best_at))
        if tick is not None:  # in all as many ticks as rounds to report on
            done = block - blocks.start
            tick(len(times) * (done + 1) // len(blocks) - len(times) * done // len(blocks))
    regret, simple, pulls = (np.concatenate(part) for part in zip(*parts, strict=True))
    return regret, simple, pulls


def _account(
    gaps: np.ndarray, order: np.ndarray, pulls_at: np.ndarray, best_at: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Regret from the pulls, the gap of the arm held for the best, and the pulls by the world's numbers."""
    regret = np.stack([(pulls.T * gaps).sum(axis=1) for pulls in pulls_at], axis=1)
    simple = np.take_along_axis(gaps, best_at.T, axis=1)
    pulls = np.empty(order.shape, dtype=np.int64)
    np.put_along_axis(pulls, order, pulls_at[-1].T.astype(np.int64), axis=1)
    return regret, simple, pulls
