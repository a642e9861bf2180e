"""Side by side: value iteration by simlib and by pymdptoolbox, on the same slippery grid, one thread.

    python benchmarks/mdp_planning.py              the table, and benchmarks/results/mdp_planning.json
    python benchmarks/mdp_planning.py --rounds 3   quicker and rougher

Two figures for each size. *Iterations only*: both have their world ready, and only the sweeps are timed.
*Whole call, set-up included*: from sparse P and R to the value; pymdptoolbox's constructor checks every row
in Python and works out a bound on the iterations, which takes far longer than the sweeps.

Both stop at the same size of a sweep's change, so that the numbers of sweeps agree to 2 and the values to the
tolerance; the times only count if they do. Every round times both, one after the other. The figure to read is
the median over rounds of the ratio in that round. Times are CPU seconds of this process. The constructor is
timed in few rounds only, as each takes seconds.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import time
import warnings
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

import numpy as np  # noqa: E402  (the threads must be set first)
import scipy.sparse as sparse  # noqa: E402

from simlib.mdp.gridworld import GridWorld  # noqa: E402
from simlib.mdp.plan import stacked  # noqa: E402
from simlib.mdp.tabular import TabularMDP  # noqa: E402
from simlib.mdp.value_iteration import value_iteration  # noqa: E402

HERE = Path(__file__).parent
SIDES, DISCOUNT, TOLERANCE = (30, 50), 0.99, 1e-6
ROUNDS, ROUNDS_WHOLE = 21, 5
REACH_SWEEPS, REACH_WHOLE = 2.0, 100.0


def open_grid(side: int) -> GridWorld:
    """A square without walls, start and goal in opposite corners, slip 0.2."""
    rows = ["." * side for _ in range(side)]
    rows[0], rows[-1] = "S" + rows[0][1:], rows[-1][1:] + "G"
    return GridWorld("\n".join(rows), slip=0.2, discount=DISCOUNT)


def theirs(per_action: list, reward: np.ndarray) -> Any:
    """pymdptoolbox's object, which stops where simlib does: when a sweep changes no value by 1e-6 / 100."""
    from mdptoolbox.mdp import ValueIteration  # pyright: ignore

    warnings.simplefilter("ignore", sparse.SparseEfficiencyWarning)
    # it stops where the span of the change is below epsilon (1 - gamma) / gamma
    return ValueIteration(per_action, reward, DISCOUNT, epsilon=TOLERANCE * DISCOUNT, max_iter=100_000)


def seconds(work: Callable[[], Any]) -> tuple[float, Any]:
    """CPU seconds of `work()`, and what it returned."""
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def one_size(side: int, rounds: int) -> dict:
    """Both contenders at one size: medians of seconds and ratios, sweeps, how far apart the values are."""
    world = open_grid(side)
    matrix, reward, ends = stacked(world), world.reward, np.flatnonzero(world.terminal)
    # pymdptoolbox knows no terminal states: there its world stays for ever, and is paid nothing
    loops = sparse.csr_array((np.ones(len(ends)), (ends, ends)), shape=(world.n_states, world.n_states))
    per_action = [sparse.csr_matrix(matrix[a :: world.n_actions] + loops) for a in range(world.n_actions)]

    def make() -> TabularMDP:
        return TabularMDP(matrix, reward, DISCOUNT, terminal=ends)

    def solved(solver: Any) -> Any:
        solver.V, solver.iter, solver.time = np.zeros(world.n_states), 0, None
        solver.run()
        return solver

    ready, plan = make(), value_iteration(make(), TOLERANCE)
    whole, sweeps, solver = [], [], None
    for _ in range(min(rounds, ROUNDS_WHOLE)):
        we = seconds(lambda: value_iteration(make(), TOLERANCE))[0]
        they, solver = seconds(lambda: solved(theirs(per_action, reward)))
        whole.append((we, they))
    for _ in range(rounds):
        we, plan = seconds(lambda: value_iteration(ready, TOLERANCE))
        they, solver = seconds(partial(solved, solver))
        sweeps.append((we, they))
    assert solver is not None
    return {
        "side": side,
        "sweeps": {"simlib": plan.sweeps, "pymdptoolbox": int(solver.iter)},
        "apart": float(np.abs(np.array(solver.V) - plan.value).max()),
        "iterations only": summary(sweeps),
        "whole call, set-up included": summary(whole),
    }


def summary(times: list[tuple[float, float]]) -> dict:
    """Medians of both times in ms, and of the ratio in each round."""
    pairs = np.array(times)
    we, they = 1e3 * np.median(pairs, axis=0)
    ratio = float(np.median(pairs[:, 1] / pairs[:, 0]))
    return {"simlib ms": float(we), "pymdptoolbox ms": float(they), "ratio": ratio, "rounds": len(times)}


def verdicts(rows: list[dict]) -> list[tuple[str, bool]]:
    """Each figure to reach, as a sentence, and whether it was reached."""
    found = []
    for row in rows:
        where = f"{row['side']} x {row['side']}"
        for name, reach in (("iterations only", REACH_SWEEPS), ("whole call, set-up included", REACH_WHOLE)):
            ratio = row[name]["ratio"]
            found.append((f"{where}, {name}: {ratio:.3g}x faster (reach >= {reach:g}x)", ratio >= reach))
        counts = list(row["sweeps"].values())
        same = abs(counts[0] - counts[1]) <= 2 and row["apart"] <= 2 * TOLERANCE
        told = f"{where}: {counts[0]} and {counts[1]} sweeps, values at most {row['apart']:.1g} apart"
        found.append((f"{told} (reach within 2, {2 * TOLERANCE:g})", same))
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="how often each contender is timed")
    arguments = parser.parse_args()
    try:
        import mdptoolbox.mdp  # noqa: F401  # pyright: ignore
    except ImportError:
        print("the benchmark measures against pymdptoolbox, which is missing: pip install pymdptoolbox")
        return 1
    rows = [one_size(side, arguments.rounds) for side in SIDES]
    print(f"{'grid':8}{'what':30}{'simlib ms':>10}{'pymdptoolbox ms':>17}{'ratio':>8}")
    for row in rows:
        for name in ("iterations only", "whole call, set-up included"):
            t = row[name]
            cells = f"{t['simlib ms']:10.2f}{t['pymdptoolbox ms']:17.1f}{t['ratio']:8.3g}"
            print(f"{row['side']:2} x {row['side']:2} {name:30}{cells}")
    checks = verdicts(rows)
    for sentence, reached in checks:
        print(("reached  " if reached else "MISSED   ") + sentence)
    if arguments.rounds >= ROUNDS:
        told = {"date": date.today().isoformat(), "python": platform.python_version()}
        report = {**told, "numpy": np.__version__, "rows": rows}
        (HERE / "results").mkdir(exist_ok=True)
        (HERE / "results" / "mdp_planning.json").write_text(
            json.dumps(report, indent=1) + "\n", encoding="utf-8"
        )
    else:
        print(f"fewer than {ROUNDS} rounds: nothing is stored")
    return 0 if all(reached for _, reached in checks) else 1


if __name__ == "__main__":
    sys.exit(main())
