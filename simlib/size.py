"""One dial of size for every notebook and claim: SIMLIB_SIZE = quick, course or paper.

`quick` is what the tests run and what is stored; it still shows the effect. `course` is for a patient
reader, `paper` for a night or a cluster.

In this file: `current`, `pick`.
"""

from __future__ import annotations

import os
from typing import TypeVar

from simlib.validate import check_choice

SIZES = ("quick", "course", "paper")
T = TypeVar("T")


def current() -> str:
    """The size in force: the environment's SIMLIB_SIZE, "quick" if that is not set or empty.

    Raises: ValueError for another word.
    """
    return check_choice("SIMLIB_SIZE", os.environ.get("SIMLIB_SIZE") or "quick", SIZES)


def pick(*, quick: T, course: T | None = None, paper: T | None = None) -> T:
    """The value for the size in force; `course` stands in for a missing `paper`, `quick` for both.

    Example: `runs = size.pick(quick=256, course=2048)`.
    """
    course = quick if course is None else course
    return {"quick": quick, "course": course, "paper": course if paper is None else paper}[current()]
