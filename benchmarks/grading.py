"""Time the grading of a class: simlib's judge in its sandbox, and nbgrader's autograde as it comes.

    python benchmarks/grading.py         the table, and benchmarks/results/grading.json

Thirty submissions of two NumPy exercises, their answers drawn from the exercises' banks. nbgrader runs the
same checks, in the student's kernel, as it always does; it has no sandbox. Wall times, one after the other in
one run, on a machine that should have nothing else to do. The sandbox's own cost is the time to the first
reply of a worker with and without it, the median of the differences of pairs.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from run import machine  # (sets one thread)

from simlib.exercise.card import load_exercise
from simlib.grade.grade import grade_folder
from simlib.grade.remote import SandboxAnswer

NAMES = ("01_stochastic/ucb1_index_range", "01_stochastic/decaying_greedy")
STUDENTS, PAIRS, SEED = 30, 40, 5
REACH = {"one core, a submission [s]": 0.6, "two cores, the class [s]": 12.0, "sandbox [ms]": 50.0}
REACH_TIMES = 2.0  # faster than nbgrader
OUT = Path(__file__).parent / "results" / "grading.json"


def answers(rng: random.Random) -> dict[str, str]:
    """One student's answers, right or wrong."""
    found = {}
    for name in NAMES:
        exercise = load_exercise(name)
        found[name] = exercise.source(
            rng.choice(["answer.py", *exercise.bank("ok_"), *exercise.bank("wrong_")])
        )
    return found


def notebook(given: dict[str, str], with_tests: bool) -> dict:
    """The answers in tagged cells; for nbgrader with its own marks, and a cell of tests after each."""
    cells = []
    for i, (name, source) in enumerate(given.items()):
        exercise = load_exercise(name)
        mark = {"schema_version": 3, "locked": False, "grade": False, "solution": True, "task": False}
        metadata = {"tags": [f"answer:{name}"]}
        if with_tests:
            metadata["nbgrader"] = {**mark, "grade_id": f"answer{i}"}  # type: ignore[assignment]
        cells.append(cell(source, metadata))
        if with_tests:
            test = "from simlib.exercise.check import check\n"
            test += f'assert check("{name}", {exercise.answers[0]}).passed'
            own = {**mark, "locked": True, "grade": True, "solution": False, "points": exercise.points}
            cells.append(cell(test, {"nbgrader": {**own, "grade_id": f"test{i}"}}))
    for i, one in enumerate(cells):
        one["id"] = f"cell{i}"
    kernel = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    return {"cells": cells, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}


def cell(source: str, metadata: dict) -> dict:
    return {
        "cell_type": "code",
        "metadata": metadata,
        "source": source,
        "outputs": [],
        "execution_count": None,
    }


def write(path: Path, content: dict) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content), encoding="utf-8")


def seconds(work) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def graded(folder: Path, out: Path, jobs: int) -> None:
    grade_folder(folder, ",".join(NAMES), out, name="hw", n_jobs=jobs, progress=False)


def stock(folder: Path, given: list[dict[str, str]]) -> float:
    """Wall seconds of `nbgrader autograde` on the same class."""
    stubs = {name: load_exercise(name).stub for name in NAMES}
    write(folder / "source" / "hw" / "hw.ipynb", notebook(stubs, with_tests=True))
    for i, one in enumerate(given):
        write(folder / "submitted" / f"s{i:02d}" / "hw" / "hw.ipynb", notebook(one, with_tests=True))
    here = Path(sys.executable).parent
    environment = {**os.environ, "PATH": f"{here}{os.pathsep}{os.environ['PATH']}"}

    def run(*arguments: str) -> None:
        command = [str(here / "nbgrader"), *arguments, "--CourseDirectory.root=."]
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"{' '.join(arguments)}: {done.stderr[-2000:]}")

    run("generate_assignment", "hw")
    return seconds(lambda: run("autograde", "hw"))


def sandbox_cost() -> tuple[float, float]:
    """Milliseconds to a worker's first reply: in the sandbox, and what of it is the sandbox's."""

    def one(sandboxed: bool) -> float:
        with SandboxAnswer(["def f(): return 1"], ("numpy",), sandboxed=sandboxed) as answer:
            return 1000 * seconds(lambda: answer.call("f"))

    pairs = np.array([(one(True), one(False)) for _ in range(PAIRS)])[2:]
    return float(np.median(pairs[:, 0])), float(np.median(pairs[:, 0] - pairs[:, 1]))


def main() -> int:
    rng = random.Random(SEED)
    given = [answers(rng) for _ in range(STUDENTS)]
    found: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for i, one in enumerate(given):
            write(folder / "in" / f"s{i:02d}" / "hw.ipynb", notebook(one, with_tests=False))
        for jobs, words in ((1, "one core, the class [s]"), (2, "two cores, the class [s]")):
            out = folder / f"{jobs}.csv"
            found[words] = seconds(lambda j=jobs, o=out: graded(folder / "in", o, j))
        assert (folder / "1.csv").read_text().count("graded,") == STUDENTS
        found["one core, a submission [s]"] = found["one core, the class [s]"] / STUDENTS
        found["first reply [ms]"], found["sandbox [ms]"] = sandbox_cost()
        found["nbgrader, the class [s]"] = stock(folder / "stock", given)
    found["times faster than nbgrader, one core"] = (
        found["nbgrader, the class [s]"] / found["one core, the class [s]"]
    )
    for words, value in found.items():
        print(f"{words:40}{value:8.3g}")
    checks = [(f"{w}: {found[w]:.3g} (reach <= {most:g})", found[w] <= most) for w, most in REACH.items()]
    times = found["times faster than nbgrader, one core"]
    checks.append(
        (f"nbgrader takes {times:.1f} times as long (reach >= {REACH_TIMES:g})", times >= REACH_TIMES)
    )
    for sentence, reached in checks:
        print("reached " if reached else "MISSED  ", sentence)
    told = {**machine(), "students": STUDENTS, "cores": os.cpu_count(), **found}
    OUT.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    return 0 if all(reached for _, reached in checks) else 1


if __name__ == "__main__":
    sys.exit(main())
