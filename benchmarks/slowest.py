"""Where the NumPy engine's time goes: the slowest line of every policy, its share of the run, what follows.

    python benchmarks/slowest.py         the table, and benchmarks/results/slowest.md

Every line of simlib that plays a part is timed. A line that calls another function of simlib does not count,
that function's lines do. 10 arms, 2000 rounds, 2048 runs, one thread. Shares differ by some per cent from run
to run. Timing a line costs about a microsecond, of some 10 to 500 that it takes.
"""

from __future__ import annotations

import inspect
import linecache
import sys
from pathlib import Path
from typing import Any

from line_profiler import LineProfiler
from run import MEANS, OTHER_MEANS, POLICIES, machine  # (sets one thread before NumPy is imported)

from simlib.bandit.bernoulli import BernoulliBandit
from simlib.bandit.simulate import simulate

HERE = Path(__file__).parent
ROUNDS, RUNS = 2000, 2048
CALLERS = ("joblib.Parallel(", "self.sample(", "self.policy.")  # of simlib's own, by another name
# what the slowest line says about the policy's cost
FINDINGS = {
    "UCB1": "Ten indices, a root and a division each: the textbook's line. C has a table of 1 / sqrt(pulls).",
    "epsilon-greedy": "The best mean of ten is found anew in every round, though one of them changed.",
    "explore-first": "Nothing stands out: the reward tape and the running means, which all policies share.",
    "Thompson": "Ten Beta numbers, that is twenty gammas, in every round. Nothing else matters.",
    "KL-UCB": "No single line: Newton's steps and the test of rivals, in small pieces. C solves all ten.",
    "successive elimination": "Masking the dropped arms and finding the least pulled of the others.",
    "decaying epsilon-greedy": "As for epsilon-greedy.",
    "UCB-V": "UCB1's line with a second term.",
    "MOSS": "Ten logarithms, though an index changes with its arm's pulls only: C and the kernel keep it.",
    "IMED": "Twenty x log x.",
    "Thompson Gaussian": "Ten normal numbers in every round.",
    "Bayes-UCB": "The one inverse of the incomplete Beta function that is left of ten.",
    "doubling explore-first": "As for explore-first.",
    "follow the leader": "As for epsilon-greedy.",
    "uniform": "As for explore-first.",
    "oracle": "The world's own work: comparing a uniform number with the arm's mean.",
}


def parts() -> list[Any]:
    """Every function of simlib that was imported, methods included."""
    found = []
    for name, module in list(sys.modules.items()):
        if not name.startswith("simlib."):
            continue
        for thing in vars(module).values():
            own = getattr(thing, "__module__", None) == name
            if own and inspect.isfunction(thing):
                found.append(thing)
            elif own and inspect.isclass(thing):
                found += [f for f in vars(thing).values() if inspect.isfunction(f)]
    return [f for f in found if f.__code__.co_filename.startswith(str(HERE.parent))]


def lines(name: str) -> list[tuple[float, str, str]]:
    """(share, file, text) of the lines that took longest, without those that only call simlib's own."""
    profiler = LineProfiler()
    for function in parts():
        profiler.add_function(function)
    world, policy = BernoulliBandit(OTHER_MEANS.get(name, MEANS)), POLICIES[name][0]
    profiler.runcall(simulate, world, {name: policy}, ROUNDS, RUNS, 0, engine="numpy", progress=False)
    spent: dict[tuple[str, int], float] = {}  # of each file and line
    own: dict[str, float] = {}  # of each function that ran
    for (file, _, function), rows in profiler.get_stats().timings.items():
        short = function.rpartition(".")[2]
        own[short] = own.get(short, 0) + sum(time for _, _, time in rows)
        for line, _, time in rows:
            spent[file, line] = spent.get((file, line), 0) + time
    calls = [*CALLERS, *(f"{function}(" for function, time in own.items() if time)]
    texts = {place: linecache.getline(*place).strip() for place in spent}
    return sorted(
        (
            (time / own["simulate"], Path(place[0]).name, texts[place])
            for place, time in spent.items()
            if not any(call in texts[place] for call in calls)
        ),
        reverse=True,
    )


def main() -> int:
    rows = ["| policy | slowest line | share | finding |", "|---|---|---|---|"]
    for name in POLICIES:
        share, file, text = lines(name)[0]
        rows.append(f"| {name} | `{text}` ({file}) | {share:.0%} | {FINDINGS[name]} |")
        print(rows[-1])
    told = machine()
    where = f"{told['date']}, {told['processor']}, Python {told['python']}, NumPy {told['numpy']}"
    head = f"The slowest line of every policy on the NumPy engine, by `benchmarks/slowest.py` ({where}).\n\n"
    (HERE / "results" / "slowest.md").write_text(head + "\n".join(rows) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
