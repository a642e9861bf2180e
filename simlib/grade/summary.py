"""What the instructor reads first: how the class did, what was hardest, and which mistakes were common.

In this file: `summary`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from simlib.exercise.card import load_exercise
from simlib.exercise.feedback import sentence_of
from simlib.grade.gradebook import Row
from simlib.report import Table

BINS = 5
COMMON, HARD = 10, 10  # lines of the two lists
WIDTH = 90  # of a sentence


def summary(
    label: str, points: float, rows: Sequence[Row], marks: Iterable[Sequence[dict[str, Any]]], course: Path
) -> str:
    """The text. marks: of every graded submission, as `judge.mark` gives them."""
    known = [mark for one in marks for mark in one]
    parts = [_distribution(label, points, rows), _look(rows), _hardest(known), _mistakes(known, course)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _distribution(label: str, points: float, rows: Sequence[Row]) -> str:
    scores = np.array([row.score for row in rows if row.score is not None])
    counts = Counter(row.status for row in rows)
    told = ", ".join(f"{n} {status}" for status, n in sorted(counts.items()))
    lines = [f"{label}: {len(rows)} submissions ({told})"]
    if len(scores):
        low, middle, high = np.quantile(scores, (0.25, 0.5, 0.75))
        lines += [
            f"of {points:g} points: mean {scores.mean():.2f}, median {middle:.2f}, "
            f"half of the class {low:.2f} to {high:.2f}"
        ]
        edges = np.linspace(0, points, BINS + 1)
        for n, left, right in zip(np.histogram(scores, edges)[0], edges, edges[1:], strict=False):
            lines.append(f"  {left:5.1f} to {right:5.1f}  {'#' * int(n)} {n}")
    return "\n".join(lines)


def _look(rows: Sequence[Row]) -> str:
    """Rows that want somebody's eyes."""
    cells = [
        (_line(row.student, 30), row.status, _line(row.note))
        for row in rows
        if row.status != "graded" or row.note
    ]
    return str(Table(("student", "status", "note"), cells, "To look at:")) if cells else ""


def _hardest(marks: Sequence[dict[str, Any]]) -> str:
    tried: Counter = Counter()
    passed: Counter = Counter()
    for mark in marks:
        for check in mark["checks"] if mark["status"] in ("passed", "failed") else []:
            tried[mark["exercise"], check["check"]] += 1
            passed[mark["exercise"], check["check"]] += check["verdict"] == "passed"
    hard = sorted(tried, key=lambda key: (passed[key] / tried[key], key))[:HARD]
    cells = [(f"{passed[k]} of {tried[k]}", k[0], _line(k[1])) for k in hard if passed[k] < tried[k]]
    return str(Table(("passed", "exercise", "check"), cells, "Hardest checks:")) if cells else ""


def _mistakes(marks: Sequence[dict[str, Any]], course: Path) -> str:
    counts = Counter((mark["exercise"], mark["misconception"]) for mark in marks if mark["misconception"])
    cells = []
    for (name, file), n in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:COMMON]:
        cells.append((str(n), name, _line(sentence_of(load_exercise(name, course), file))))
    unnamed = sum(mark["status"] == "failed" and not mark["misconception"] for mark in marks)
    cells += [(str(unnamed), "", "wrong in a way that no file of a bank knows")] * bool(unnamed)
    return (
        str(Table(("times", "exercise", "misconception"), cells, "Commonest misconceptions:"))
        if cells
        else ""
    )


def _line(text: str, width: int = WIDTH) -> str:
    text = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return text if len(text) <= width else text[: width - 3] + "..."
