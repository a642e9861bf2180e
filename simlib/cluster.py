"""Where work is spread to: some processes of this machine, or a Dask cluster, by one word.

    with workers("4") as n_jobs: ...                        four processes
    with workers("tcp://scheduler:8786") as n_jobs: ...     whatever workers that scheduler has

Inside the block everything of the course that goes through joblib (`sweep`, `simulate`, claims, grading) goes
there. The results are the same wherever it goes.

In this file: `workers`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import joblib


@contextmanager
def workers(jobs: str) -> Iterator[int | None]:
    """`n_jobs` for the calls in the block: the number itself, or None where joblib was told to use Dask.

    jobs: a number of processes, -1 for as many as there are cores; or the address of a Dask scheduler.
    Raises: ValueError for anything else; ModuleNotFoundError without `simlib[cluster]`; OSError where no
    scheduler answers within ten seconds.
    """
    if "://" not in jobs:
        yield _number(jobs)
        return
    try:
        from distributed import Client
    except ModuleNotFoundError:
        sentence = "a Dask address needs Dask: pip install 'simlib[cluster]'"
        raise ModuleNotFoundError(sentence, name="distributed") from None
    with Client(jobs, timeout=10), joblib.parallel_config("dask"):
        yield None


def _number(jobs: str) -> int:
    try:
        number = int(jobs)
    except ValueError:
        number = 0
    if number == 0 or number < -1:
        raise ValueError(
            f"jobs must be a number of processes or the address of a Dask scheduler; got {jobs!r}"
        )
    return number
