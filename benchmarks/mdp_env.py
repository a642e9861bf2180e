"""Steps per second of the grid environments: simlib's batch, MiniGrid in a SyncVectorEnv, and a loop in C.

    python benchmarks/mdp_env.py              the table, and benchmarks/results/mdp_env.json
    python benchmarks/mdp_env.py --rounds 3   quicker and rougher

FourRooms 19 x 19, random actions of all seven, episodes of at most 100 steps, a new map in each. Every round
times every contender once, one after the other, so that a busy machine hurts all alike; the figures to read
are medians over rounds of ratios within a round. Times are CPU seconds of this process. A time only counts if
the work was right: C and simlib must agree in every number while they play the same maps, in the same run
(that simlib and MiniGrid agree is a test). C draws its maps itself. MiniGrid has 16 rows: more do not make it
faster.
"""

from __future__ import annotations

import argparse
import ctypes
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import gymnasium
import minigrid  # noqa: F401  (registers its environments)
import numpy as np
from run import machine  # (sets one thread)

from simlib.mdp.grid import EMPTY, PAD
from simlib.mdp.grid_env import GridVec
from simlib.mdp.grid_layout import FourRooms
from simlib.mdp.grid_view import MINIGRID, SPREAD

HERE = Path(__file__).parent
ROWS, ROWS_MINIGRID, SECONDS, ROUNDS = 1024, 16, 0.25, 7
# view and state index against MiniGrid; the view's share of C
REACH = {"view / MiniGrid": 150.0, "state / MiniGrid": 1000.0, "view / C view": 0.15}
INTS = ("rows", "cells", "stride", "size", "limit", "n_free")
POINTERS = (
    "flat", "at", "direction", "age", "ended", "luck", "plan", "free", "ahead", "offsets", "spread",
    "place_of", "shown",
)  # fmt: skip


class CGrid(ctypes.Structure):
    """The struct of grid.c."""

    _fields_ = [(name, ctypes.c_int64) for name in INTS] + [(name, ctypes.c_void_p) for name in POINTERS]


class CFourRooms:
    """The loop in C with the arrays of a `GridVec` of its own."""

    def __init__(self, library: ctypes.CDLL, rows: int, obs: str):
        self.library, self.obs, self.env = library, obs, GridVec(FourRooms(), rows, obs=obs)
        grid, layout = self.env.grid, self.env.layout
        plan = np.full_like(grid.cells[0], 16).reshape(-1, grid.stride)
        plan[PAD : PAD + grid.height, : grid.width] = layout.plan
        plan = plan.reshape(-1)
        self.arrays = {
            "flat": grid.flat, "at": grid.at, "direction": grid.direction, "age": np.zeros(rows, np.int64),
            "ended": np.zeros(rows, np.uint8), "luck": np.arange(1, rows + 1, dtype=np.uint64) * 0x9E3779B9,
            "plan": plan, "free": np.flatnonzero(plan == EMPTY), "ahead": grid.ahead,
            "offsets": np.ascontiguousarray(self.env.view.offsets), "spread": SPREAD,
            "place_of": grid.place_of, "shown": MINIGRID,
        }  # fmt: skip
        numbers = (rows, grid.cells.shape[1], grid.stride, grid.height, self.env.max_steps)
        pointers = [self.arrays[name].ctypes.data for name in POINTERS]
        self.struct = CGrid(*numbers, len(self.arrays["free"]), *pointers)
        library.reset(ctypes.byref(self.struct))

    def step(self, action: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        """One step: obs, reward, terminated, truncated, in new arrays as the environment gives them."""
        rows = len(action)
        image = np.empty((rows, 7, 7, 3), np.uint8) if self.obs == "view" else None
        state, reward = np.empty(rows, np.int64), np.empty(rows)
        flags = np.empty((2, rows), bool)
        shown = None if image is None else image.ctypes.data_as(ctypes.c_void_p)
        others = [part.ctypes.data_as(ctypes.c_void_p) for part in (state, reward, flags[0], flags[1])]
        self.library.step(ctypes.byref(self.struct), action.ctypes.data_as(ctypes.c_void_p), shown, *others)
        return (state if image is None else image), reward, flags[0], flags[1]


def compile_c(folder: Path) -> ctypes.CDLL:
    """grid.c, compiled for this very processor."""
    if shutil.which("gcc") is None:
        sys.exit("the benchmarks compile C with gcc, which is missing: apt-get install gcc libc6-dev")
    library = folder / "grid.so"
    flags = ["-O3", "-march=native", "-ffp-contract=off", "-shared", "-fPIC"]  # no fused rewards
    command = ["gcc", *flags, str(HERE / "grid.c"), "-o", str(library)]
    subprocess.run(command, check=True)
    return ctypes.CDLL(str(library))


def disagreements(library: ctypes.CDLL, obs: str, steps: int = 300) -> tuple[int, int]:
    """Rows and steps compared, and in how many C and simlib differ, on C's maps until a row's first end."""
    loop, rng = CFourRooms(library, 256, obs), np.random.default_rng(0)
    ours = GridVec(FourRooms(), 256, obs=obs)
    ours.reset(seed=0)
    for name in ("cells", "at", "direction"):
        getattr(ours.grid, name)[:] = getattr(loop.env.grid, name)
    compared, wrong, alive = 0, 0, np.ones(256, bool)
    for _ in range(steps):
        action = rng.integers(7, size=256)
        for one, other in zip(loop.step(action), ours.step(action), strict=False):
            same = (one == other).reshape(256, -1).all(axis=1)
            wrong += int((~same & alive).sum())
        compared += int(alive.sum())
        alive &= ~ours._ended
    return compared, wrong


def contenders(library: ctypes.CDLL) -> dict[str, tuple[int, Callable]]:
    """Name -> rows and a step."""
    found: dict[str, tuple[int, Callable]] = {}
    for obs in ("view", "state"):
        env = GridVec(FourRooms(), ROWS, obs=obs)
        env.reset(seed=0)
        found[obs] = ROWS, env.step
        found[f"C {obs}"] = ROWS, CFourRooms(library, ROWS, obs).step
    makers = [lambda: gymnasium.make("MiniGrid-FourRooms-v0")] * ROWS_MINIGRID
    sync = gymnasium.vector.SyncVectorEnv(makers)
    sync.reset(seed=0)
    found["MiniGrid"] = ROWS_MINIGRID, sync.step
    return found


def rate(step: Callable, actions: np.ndarray) -> float:
    """Steps of rows for each CPU second."""
    start, n = time.process_time(), 0
    while time.process_time() - start < SECONDS:
        step(actions[n % len(actions)])
        n += 1
    return n * actions.shape[1] / (time.process_time() - start)


def measured(rounds: int, library: ctypes.CDLL) -> dict[str, list[float]]:
    """Rates of all contenders, one for each round."""
    rng, all_of_them = np.random.default_rng(1), contenders(library)
    rates: dict[str, list[float]] = {name: [] for name in all_of_them}
    for turn in range(rounds + 1):
        for name, (rows, step) in all_of_them.items():
            seen = rate(step, rng.integers(7, size=(64, rows)))
            if turn:  # the first warms up
                rates[name].append(seen)
    return rates


def main() -> int:
    """Measure, print, store; 1 where a figure was missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        library = compile_c(Path(folder))
        for obs in ("view", "state"):
            compared, wrong = disagreements(library, obs)
            print(f"C and simlib, {obs}: {compared} steps compared, {wrong} disagree")
            if wrong:
                return 1
        rates = measured(rounds, library)
    for name, seen in rates.items():
        print(f"{name:10} {statistics.median(seen):14,.0f} steps/s")
    ratios = {}
    for name, wanted in REACH.items():
        above, below = name.split(" / ")
        each = [a / b for a, b in zip(rates[above], rates[below], strict=True)]
        ratios[name] = {"median": statistics.median(each), "low": min(each), "high": max(each)}
        word = "reached" if ratios[name]["median"] >= wanted else "MISSED "
        numbers = "median {median:.3g} ({low:.3g} to {high:.3g})".format(**ratios[name])
        print(f"{word}  {name} >= {wanted:g}: {numbers}")
    if rounds >= ROUNDS:
        medians = {name: round(statistics.median(seen)) for name, seen in rates.items()}
        report = {**machine(), "rows": ROWS, "rounds": rounds, "steps per second": medians, "ratios": ratios}
        path = HERE / "results" / "mdp_env.json"
        path.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    return int(any(ratios[name]["median"] < wanted for name, wanted in REACH.items()))


if __name__ == "__main__":
    sys.exit(main())
