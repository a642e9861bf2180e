"""Side by side: simlib's NumPy engine, scalar C, river and MABWiser, on the same bandit, one thread.

    python benchmarks/run.py              the table, and benchmarks/results/bandit.json
    python benchmarks/run.py --rounds 3   quicker and rougher

Every round times every contender once, one after the other, so that a busy machine hurts all alike. The
figure to read is the median over rounds of (time of the contender / time of scalar C in that round).
Times are CPU seconds of this process. A time only counts if the work was right: the regret of simlib and
of C must agree within 3 standard errors in the same run.
"""

from __future__ import annotations

import argparse
import ctypes
import json
import os
import platform
import random
import subprocess
import sys
import tempfile
import time
from datetime import date
from importlib.metadata import version
from pathlib import Path

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"
os.environ["TQDM_DISABLE"] = "1"

import numpy as np  # noqa: E402  (the threads must be set first)

from simlib.bandit.bernoulli import BernoulliBandit  # noqa: E402
from simlib.bandit.epsilon_greedy import EpsilonGreedy  # noqa: E402
from simlib.bandit.explore_first import ExploreFirst  # noqa: E402
from simlib.bandit.simulate import simulate  # noqa: E402
from simlib.bandit.ucb1 import UCB1  # noqa: E402

HERE = Path(__file__).parent
MEANS = np.array([0.6] + [0.5] * 9)
POLICIES = {
    "UCB1": (UCB1(), "ucb1_scaled", 1.0),
    "epsilon-greedy": (EpsilonGreedy(0.1), "epsilon_greedy", 0.1),
    "explore-first": (ExploreFirst(100), "explore_first", 100.0),
}
HORIZON, RUNS, RUNS_C = 10_000, 2048, 2048
REACH = {"UCB1": 4.0, "epsilon-greedy": 6.0}  # times scalar C, at most (section 4 of the design)
REACH_PACKAGE = {"UCB1": 50.0}  # times faster than the fastest package, at least


def compile_c(folder: Path) -> ctypes.CDLL:
    """scalar.c for K arms, compiled for this very processor."""
    library = folder / "scalar.so"
    flags = ["-O3", "-march=native", "-fno-math-errno", "-fno-trapping-math", f"-DK={len(MEANS)}"]
    command = ["gcc", *flags, "-shared", "-fPIC", str(HERE / "scalar.c"), "-o", str(library), "-lm"]
    subprocess.run(command, check=True)
    return ctypes.CDLL(str(library))


def run_c(library: ctypes.CDLL, name: str, parameter: float, seed: int) -> np.ndarray:
    """Final regret (RUNS_C,) of the policy `name` in C."""
    regret = np.empty(RUNS_C)
    pointer = ctypes.POINTER(ctypes.c_double)
    getattr(library, name)(
        MEANS.ctypes.data_as(pointer),
        ctypes.c_long(HORIZON),
        ctypes.c_long(RUNS_C),
        ctypes.c_uint64(seed),
        ctypes.c_double(parameter),
        regret.ctypes.data_as(pointer),
    )
    return regret


def river_policy(name: str):
    """river's nearest equivalent, or None."""
    from river import bandit

    if name == "UCB1":
        return bandit.UCB(delta=1, seed=1)
    return bandit.EpsilonGreedy(epsilon=0.1, seed=1) if name == "epsilon-greedy" else None


def run_river(name: str, steps: int) -> None:
    policy, rng, arms, p = river_policy(name), random.Random(1), list(range(len(MEANS))), MEANS.tolist()
    for _ in range(steps):
        arm = policy.pull(arms)
        policy.update(arm, int(rng.random() < p[arm]))


def run_mabwiser(name: str, steps: int) -> None:
    from mabwiser.mab import MAB, LearningPolicy

    learning = LearningPolicy.UCB1(1.0) if name == "UCB1" else LearningPolicy.EpsilonGreedy(0.1)
    arms, rng, p = list(range(len(MEANS))), random.Random(1), MEANS.tolist()
    mab = MAB(arms, learning, seed=1)
    mab.fit(arms, [int(rng.random() < q) for q in p])
    for _ in range(steps):
        arm = mab.predict()
        mab.partial_fit([arm], [int(rng.random() < p[arm])])


def nanoseconds(work, decisions: int) -> tuple[float, object]:
    """CPU nanoseconds per decision of `work()`, and what it returned."""
    start = time.process_time()
    result = work()
    return (time.process_time() - start) / decisions * 1e9, result


def one_round(library: ctypes.CDLL, name: str, seed: int, packages: dict) -> dict:
    """Every contender once on one policy: ns per decision, and the z score of simlib's regret against C's."""
    policy, c_name, parameter = POLICIES[name]
    world = BernoulliBandit(MEANS)
    c_ns, c = nanoseconds(lambda: run_c(library, c_name, parameter, seed), HORIZON * RUNS_C)
    ours_ns, result = nanoseconds(
        lambda: simulate(world, {name: policy}, HORIZON, RUNS, seed), HORIZON * RUNS
    )
    ours = result.final(name)
    se = np.sqrt(ours.var(ddof=1) / len(ours) + c.var(ddof=1) / len(c))
    row = {"scalar C": c_ns, "simlib": ours_ns, "regret": ours.mean(), "regret C": c.mean()}
    row["z"] = (ours.mean() - c.mean()) / se
    for package, (work, steps) in packages.items():
        if name != "explore-first":
            row[package] = nanoseconds(lambda w=work, n=steps: w(name, n), steps)[0]
    return row


def installed_packages() -> dict:
    """The packages to measure against, with the number of steps each is given."""
    found = {}
    for package, work, steps in (("river", run_river, 3000), ("mabwiser", run_mabwiser, 500)):
        try:
            version(package)
            found[package] = (work, steps)
        except ImportError:
            print(f"{package} is not installed: its column is left out (make bench installs it)")
    return found


def summarise(name: str, rounds: list[dict]) -> dict:
    """Medians over rounds of ns per decision and of the ratio to scalar C in the same round."""
    contenders = [k for k in rounds[0] if k not in ("z", "regret", "regret C")]
    row: dict = {"policy": name}
    for k in contenders:
        row[k] = {
            "ns": float(np.median([r[k] for r in rounds])),
            "times C": float(np.median([r[k] / r["scalar C"] for r in rounds])),
        }
    row["z of regret"] = [round(float(r["z"]), 2) for r in rounds]
    row["regret"] = float(np.mean([r["regret"] for r in rounds]))
    row["regret C"] = float(np.mean([r["regret C"] for r in rounds]))
    peers = [k for k in contenders if k not in ("scalar C", "simlib")]
    if peers:
        row["faster than the fastest package"] = float(
            np.median([min(r[k] for k in peers) / r["simlib"] for r in rounds])
        )
    return row


def verdicts(rows: list[dict]) -> list[tuple[str, bool]]:
    """Each figure to reach, as a sentence, and whether it was reached."""
    found = []
    for row in rows:
        name = row["policy"]
        times = row["simlib"]["times C"]
        if name in REACH:
            found.append((f"{name}: {times:.2f}x scalar C (reach <= {REACH[name]:g}x)", times <= REACH[name]))
        faster = row.get("faster than the fastest package")
        if faster and name in REACH_PACKAGE:
            sentence = f"{name}: {faster:.0f}x the fastest package (reach >= {REACH_PACKAGE[name]:g}x)"
            found.append((sentence, faster >= REACH_PACKAGE[name]))
        # the rounds are independent: their mean z times sqrt(n) is a z score again
        z = float(np.mean(row["z of regret"]) * np.sqrt(len(row["z of regret"])))
        sentence = (
            f"{name}: regret {row['regret']:.1f}, in C {row['regret C']:.1f}, z = {z:+.1f} (reach |z| <= 3)"
        )
        found.append((sentence, abs(z) <= 3))
    return found


def table(rows: list[dict]) -> str:
    """ns per decision and, in brackets, times scalar C."""
    contenders = ["scalar C", "simlib", "river", "mabwiser"]
    lines = [f"{'':16}" + "".join(f"{c:>22}" for c in contenders)]
    for row in rows:
        cells = [
            f"{row[c]['ns']:12.1f} ({row[c]['times C']:6.1f}x)" if c in row else f"{'-':>22}"
            for c in contenders
        ]
        lines.append(f"{row['policy']:16}" + "".join(f"{cell:>22}" for cell in cells))
    return "\n".join(lines)


def machine() -> dict:
    """The processor and the versions, without names of hosts or folders."""
    model = platform.processor() or "unknown"
    info = Path("/proc/cpuinfo")
    if info.exists():
        text = info.read_text()
        names = [line.split(":")[1].strip() for line in text.splitlines() if line.startswith("model name")]
        model = (names or [model])[0] + (", AVX-512" if "avx512f" in text else "")
    return {
        "date": date.today().isoformat(),
        "processor": model,
        "python": platform.python_version(),
        "numpy": np.__version__,
        "gcc": subprocess.run(["gcc", "-dumpfullversion"], capture_output=True, text=True).stdout.strip(),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7, help="how often each contender is timed")
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    packages = installed_packages()
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        library = compile_c(Path(folder))
        for name in POLICIES:
            one_round(library, name, arguments.seed, packages)  # warm up
            seeds = range(arguments.seed + 1, arguments.seed + 1 + arguments.rounds)
            rows.append(summarise(name, [one_round(library, name, s, packages) for s in seeds]))
            print(f"{name} done", file=sys.stderr)
    report = {**machine(), "horizon": HORIZON, "arms": len(MEANS), "runs": RUNS, "rows": rows}
    print(
        f"\nCPU ns per decision and times scalar C, K = {len(MEANS)}, T = {HORIZON}, medians of "
        f"{arguments.rounds} rounds\n{table(rows)}\n"
    )
    checks = verdicts(rows)
    for sentence, reached in checks:
        print(("reached  " if reached else "MISSED   ") + sentence)
    (HERE / "results").mkdir(exist_ok=True)
    (HERE / "results" / "bandit.json").write_text(json.dumps(report, indent=1) + "\n")
    return 0 if all(reached for _, reached in checks) else 1


if __name__ == "__main__":
    sys.exit(main())
