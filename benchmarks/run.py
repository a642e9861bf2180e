"""Side by side: simlib's two engines, scalar C, river and MABWiser, on the same bandit, one thread.

    python benchmarks/run.py              the table, and benchmarks/results/bandit.json
    python benchmarks/run.py --rounds 3   quicker and rougher

Every round times every contender once, one after the other, so that a busy machine hurts all alike. The
figure to read is the median over rounds of (time of the contender / time of scalar C in that round).
Times are CPU seconds of this process. A time only counts if the work was right: the regrets of simlib, of
the compiled engine and of C must agree within 3 standard errors in the same run. KL-UCB in C is the naive
way, with every arm's index in every round. A dash in the table: that contender has no such policy.
"""

from __future__ import annotations

import argparse
import ctypes
import json
import os
import pickle
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"
os.environ["TQDM_DISABLE"] = "1"

import numpy as np  # noqa: E402  (the threads must be set first)
from packages import installed_packages  # noqa: E402

from simlib.bandit.baseline import FollowTheLeader, Oracle, Uniform  # noqa: E402
from simlib.bandit.bayes_ucb import BayesUCB  # noqa: E402
from simlib.bandit.bernoulli import BernoulliBandit  # noqa: E402
from simlib.bandit.compiled import chosen  # noqa: E402
from simlib.bandit.decaying_epsilon_greedy import DecayingEpsilonGreedy  # noqa: E402
from simlib.bandit.doubling import Doubling  # noqa: E402
from simlib.bandit.epsilon_greedy import EpsilonGreedy  # noqa: E402
from simlib.bandit.explore_first import ExploreFirst  # noqa: E402
from simlib.bandit.imed import IMED  # noqa: E402
from simlib.bandit.kl_ucb import KLUCB  # noqa: E402
from simlib.bandit.moss import MOSS  # noqa: E402
from simlib.bandit.simulate import simulate  # noqa: E402
from simlib.bandit.successive_elimination import SuccessiveElimination  # noqa: E402
from simlib.bandit.thompson import BetaThompson, GaussianThompson  # noqa: E402
from simlib.bandit.ucb1 import UCB1  # noqa: E402
from simlib.bandit.ucb_v import UCBV  # noqa: E402

HERE = Path(__file__).parent
MEANS = np.array([0.6] + [0.5] * 9)
OTHER_MEANS = {"successive elimination": np.array([0.9] + [0.5] * 9)}  # in MEANS it would drop no arm
POLICIES = {
    "UCB1": (UCB1(), "ucb1_scaled", 1.0),
    "epsilon-greedy": (EpsilonGreedy(0.1), "epsilon_greedy", 0.1),
    "explore-first": (ExploreFirst(100), "explore_first", 100.0),
    "Thompson": (BetaThompson(), "thompson", 1.0),
    "KL-UCB": (KLUCB(), "kl_ucb", 0.0),
    "successive elimination": (SuccessiveElimination(), "successive_elimination", 1.0),
    "decaying epsilon-greedy": (DecayingEpsilonGreedy(), "decaying_scaled", 1.0),
    "UCB-V": (UCBV(), "ucb_v", 1.0),
    "MOSS": (MOSS(), "moss", 0.0),
    "IMED": (IMED(), "imed", 0.0),
    "Thompson Gaussian": (GaussianThompson(), "gaussian_thompson", 0.0),
    "Bayes-UCB": (BayesUCB(), None, 0.0),
    "doubling explore-first": (Doubling(), None, 0.0),
    "follow the leader": (FollowTheLeader(), None, 0.0),
    "uniform": (Uniform(), None, 0.0),
    "oracle": (Oracle(), None, 0.0),
}
COLUMNS = ("scalar C", "simlib", "compiled", "river", "mabwiser")
HORIZON, RUNS, RUNS_C = 10_000, 2048, 2048
ROUNDS, ROUNDS_REST = 7, 3  # fewer for policies without a figure to reach
# the design's figures: times scalar C at most, for each engine; times faster than the fastest package
REACH = {"simlib": {"UCB1": 4.0, "epsilon-greedy": 6.0, "Thompson": 2.5, "KL-UCB": 0.6}}
REACH["compiled"] = {"UCB1": 0.15, "epsilon-greedy": 0.4}
REACH_PACKAGE = {"UCB1": 50.0, "Thompson": 20.0}
SECONDS_LONG, LONG = 0.5, 1_000_000  # UCB1, K = 10, 128 runs, compiled


def compile_c(folder: Path) -> ctypes.CDLL:
    """scalar.c for K arms, compiled for this very processor."""
    library = folder / "scalar.so"
    flags = ["-O3", "-march=native", "-fno-math-errno", "-fno-trapping-math", f"-DK={len(MEANS)}"]
    command = ["gcc", *flags, "-shared", "-fPIC", str(HERE / "scalar.c"), "-o", str(library), "-lm"]
    if shutil.which("gcc") is None:
        sys.exit("the benchmarks compile scalar C with gcc, which is missing: apt-get install gcc libc6-dev")
    subprocess.run(command, check=True)
    loaded = ctypes.CDLL(str(library))
    loaded.cut_layers()
    return loaded


def run_c(library: ctypes.CDLL, name: str, seed: int) -> np.ndarray:
    """Final regret (RUNS_C,) of the policy `name`."""
    _, c_name, parameter = POLICIES[name]
    regret = np.empty(RUNS_C)
    pointer = ctypes.POINTER(ctypes.c_double)
    getattr(library, c_name)(
        OTHER_MEANS.get(name, MEANS).ctypes.data_as(pointer),
        ctypes.c_long(HORIZON),
        ctypes.c_long(RUNS_C),
        ctypes.c_uint64(seed),
        ctypes.c_double(parameter),
        regret.ctypes.data_as(pointer),
    )
    return regret


def nanoseconds(work, decisions: int) -> tuple[float, object]:
    """CPU nanoseconds per decision of `work()`, and what it returned."""
    start = time.process_time()
    result = work()
    return (time.process_time() - start) / decisions * 1e9, result


def ours(name: str, seed: int, engine: str):
    """The policy `name` in one of simlib's engines."""
    world = BernoulliBandit(OTHER_MEANS.get(name, MEANS))
    return simulate(world, {name: POLICIES[name][0]}, HORIZON, RUNS, seed, engine=engine)


def one_round(library: ctypes.CDLL, name: str, seed: int, packages: dict) -> dict:
    """Every contender once on one policy: ns per decision, mean regret and its squared standard error."""
    policy, c_name, _ = POLICIES[name]
    row: dict = {}
    for column, engine in (("simlib", "numpy"), ("compiled", "numba")):
        if engine == "numpy" or chosen("auto", BernoulliBandit(MEANS), [policy], LONG):
            row[column], result = nanoseconds(lambda e=engine: ours(name, seed, e), HORIZON * RUNS)
            final = result.final(name)
            row[f"regret {column}"], row[f"var {column}"] = final.mean(), final.var(ddof=1) / len(final)
    if c_name:
        row["scalar C"], c = nanoseconds(lambda: run_c(library, name, seed), HORIZON * RUNS_C)
        row["regret scalar C"], row["var scalar C"] = c.mean(), c.var(ddof=1) / len(c)
    for package, (work, steps) in packages.items():
        if name in ("UCB1", "epsilon-greedy", "Thompson"):
            row[package] = nanoseconds(lambda w=work, n=steps: w(name, n, MEANS.tolist()), steps)[0]
    return row


def summarise(name: str, rounds: list[dict]) -> dict:
    """Medians over rounds of ns per decision and of the ratio to scalar C in the same round; z scores."""
    contenders = [k for k in COLUMNS if k in rounds[0]]
    row: dict = {"policy": name}
    for k in contenders:
        row[k] = {"ns": float(np.median([r[k] for r in rounds]))}
        if "scalar C" in rounds[0]:
            row[k]["times C"] = float(np.median([r[k] / r["scalar C"] for r in rounds]))
    told = [k for k in contenders if f"regret {k}" in rounds[0]]
    row["regret"] = {k: float(np.mean([r[f"regret {k}"] for r in rounds])) for k in told}
    se = {k: np.sqrt(sum(r[f"var {k}"] for r in rounds)) / len(rounds) for k in told}
    against = "scalar C" if "scalar C" in told else "simlib"
    row["z"] = {
        k: float((row["regret"][k] - row["regret"][against]) / np.hypot(se[k], se[against]))
        for k in told
        if k != against
    }
    peers = [k for k in ("river", "mabwiser") if k in contenders]
    if peers:
        faster = [min(r[k] for k in peers) / r["simlib"] for r in rounds]
        row["faster than the fastest package"] = float(np.median(faster))
    return row


def verdicts(rows: list[dict]) -> list[tuple[str, bool]]:
    """Each figure to reach, as a sentence, and whether it was reached."""
    found = []
    for row in rows:
        name = row["policy"]
        for engine, reach in REACH.items():
            if name in reach and engine in row:
                times = row[engine]["times C"]
                sentence = f"{name}, {engine}: {times:.3g}x scalar C (reach <= {reach[name]:g}x)"
                found.append((sentence, times <= reach[name]))
        faster = row.get("faster than the fastest package")
        if faster and name in REACH_PACKAGE:
            sentence = f"{name}: {faster:.0f}x the fastest package (reach >= {REACH_PACKAGE[name]:g}x)"
            found.append((sentence, faster >= REACH_PACKAGE[name]))
        for engine, z in row["z"].items():
            against = "scalar C" if "scalar C" in row["regret"] else "simlib"
            both = f"{row['regret'][engine]:.1f}, in {against} {row['regret'][against]:.1f}"
            found.append((f"{name}, {engine}: regret {both}, z = {z:+.1f} (reach |z| <= 3)", abs(z) <= 3))
    return found


def long_run() -> tuple[dict, list[tuple[str, bool]]]:
    """UCB1 for a million rounds, compiled: CPU seconds and size of the result."""
    world = BernoulliBandit(MEANS)
    if not chosen("auto", world, [UCB1()], LONG):
        return {}, []
    simulate(world, UCB1(), 100, 128, engine="numba")
    ns, result = nanoseconds(lambda: simulate(world, UCB1(), LONG, 128, 1, engine="numba"), 1)
    size = len(pickle.dumps(result))
    told = {"seconds": ns / 1e9, "bytes": size}
    sentence = (
        f"UCB1, T = 1e6, 128 runs: {ns / 1e9:.2f} s (reach <= {SECONDS_LONG} s), {size / 1e3:.0f} kB (< 1 MB)"
    )
    return told, [(sentence, ns / 1e9 <= SECONDS_LONG and size < 1e6)]


def table(rows: list[dict]) -> str:
    """ns per decision and, in brackets, times scalar C."""
    lines = [f"{'':24}" + "".join(f"{c:>20}" for c in COLUMNS)]
    for row in rows:
        cells = ["-" if c not in row else f"{row[c]['ns']:.1f}" for c in COLUMNS]
        for i, c in enumerate(COLUMNS):
            if c in row and "times C" in row[c]:
                cells[i] += f" ({row[c]['times C']:7.2f}x)"
        lines.append(f"{row['policy']:24}" + "".join(f"{cell:>20}" for cell in cells))
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
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="how often each contender is timed")
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    packages = installed_packages()
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        library = compile_c(Path(folder))
        for name in POLICIES:
            one_round(library, name, arguments.seed, packages)  # warm up
            reached = name in REACH["simlib"] or name in REACH["compiled"]
            n = arguments.rounds if reached else min(ROUNDS_REST, arguments.rounds)
            seeds = range(arguments.seed + 1, arguments.seed + 1 + n)
            rows.append(summarise(name, [one_round(library, name, s, packages) for s in seeds]))
            print(f"{name} done", file=sys.stderr)
    long, long_checks = long_run()
    report = {
        **machine(),
        "long run": long,
        "horizon": HORIZON,
        "arms": len(MEANS),
        "runs": RUNS,
        "rows": rows,
    }
    print(
        f"\nCPU ns per decision and times scalar C, K = {len(MEANS)}, T = {HORIZON}, medians of "
        f"{arguments.rounds} rounds ({ROUNDS_REST} without a figure to reach)\n{table(rows)}\n"
    )
    checks = verdicts(rows) + long_checks
    for sentence, reached in checks:
        print(("reached  " if reached else "MISSED   ") + sentence)
    if arguments.rounds >= ROUNDS:
        (HERE / "results").mkdir(exist_ok=True)
        (HERE / "results" / "bandit.json").write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    else:
        print(f"fewer than {ROUNDS} rounds: nothing is stored")
    return 0 if all(reached for _, reached in checks) else 1


if __name__ == "__main__":
    sys.exit(main())
