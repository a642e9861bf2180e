"""How far an estimate moves towards what was just seen: estimate += step * (target - estimate).

A constant step never forgets its luck entirely, but it follows a target that drifts; it may differ from run
to run, so that many settings are tried in one batch. The step 1 / n at the n-th visit is the running mean,
which converges; where targets are themselves still being learnt, a power below 1 forgets the bad first ones
sooner.

In this file: `Visits`; `check_step_size`, `check_share`, `for_runs`; and `StepSize`, which counts the visits.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from simlib.validate import check_array, check_int, check_real


@dataclass(frozen=True)
class Visits:
    """The step 1 / n^power at the n-th visit of a state (and action), power in (1/2, 1].

    Every such power satisfies sum of steps = infinity, sum of squared steps < infinity.
    Source: [Watkins1992] theorem, for which steps converge
    """

    power: float = 1.0

    def __post_init__(self) -> None:
        check_real("power", self.power, 0.5, 1, open_low=True)


def check_step_size(value: Any, name: str = "step_size") -> Any:
    """`value` if it is a step: a number in (0, 1], an array (R,) of such, or `Visits`.

    Raises: ValueError otherwise.
    """
    if isinstance(value, Visits):
        return value
    if np.ndim(value) == 0:
        return check_real(name, value, 0, 1, open_low=True)
    return _checked_runs(name, value, open_low=True)


def check_share(value: Any, name: str = "epsilon") -> Any:
    """`value` if it is a number in [0, 1], or an array (R,) of such. Raises: ValueError otherwise."""
    return check_real(name, value, 0, 1) if np.ndim(value) == 0 else _checked_runs(name, value)


def for_runs(value: Any, n_runs: int, name: str = "step_size") -> Any:
    """A number as it is; an array (R,) one for each run, the last for runs beyond that fill a block of 128.

    Raises: ValueError where there are more than runs, or fewer by a block and more.
    """
    if np.ndim(value) == 0:
        return value
    missing = n_runs - len(value)
    if not 0 <= missing < 128:
        raise ValueError(f"{name} must have one number for each run, {n_runs}; got {len(value)}")
    return np.pad(value, (0, missing), mode="edge")


class StepSize:
    """The steps of R runs, each with n_cells estimates; `at(cell)` counts a visit and gives the steps.

    step_size: as `check_step_size` takes it. Cells are numbered through all runs: run * n_cells + cell.
    """

    def __init__(self, step_size: Any, n_runs: int, n_cells: int):
        self.n_cells = check_int("n_cells", n_cells, 1)
        self.power = step_size.power if isinstance(step_size, Visits) else None
        self.step: Any = None if isinstance(step_size, Visits) else for_runs(step_size, n_runs)
        self.visits = np.zeros(0 if self.power is None else n_runs * n_cells)

    def at(self, cell: np.ndarray) -> Any:
        """The steps (m,) for the cells (m,) int, all different, or one number for all."""
        if self.power is not None:
            self.visits[cell] += 1
            return self.visits[cell] ** -self.power
        return self.step if isinstance(self.step, float) else self.step[cell // self.n_cells]


def _checked_runs(name: str, value: Any, open_low: bool = False) -> np.ndarray:
    array = check_array(name, value, ndim=1)
    for end in (array.min(), array.max()):
        check_real(name, end, 0, 1, open_low=open_low)
    return array
