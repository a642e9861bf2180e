"""Keep a bonus at one size while what it measures fades.

A bonus of 1 / sqrt(N) falls towards nothing, and beta with it; dividing by its running mean keeps the mean
paid at about 1. That is a choice and not a detail: it takes the fading out of the bonus, and only its
differences between places remain.

In this file: `moved`, the formula; `RunningScale`.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from simlib.validate import check_real


def moved(scale: np.ndarray, mean: np.ndarray, rate: float, floor: float) -> np.ndarray:
    """max(scale + rate * (mean - scale), floor), a running mean that never falls below the floor."""
    return np.maximum(scale + rate * (mean - scale), floor)


class RunningScale:
    """One scale for each cell of an array: `scale`, at first 1; `learn(total, count)` moves it.

    rate in (0, 1]; floor > 0. A cell with count 0 stays as it is.
    Raises: ValueError for numbers out of range.
    """

    def __init__(self, shape: Any, rate: float = 0.1, floor: float = 1e-3):
        self.rate = check_real("rate", rate, 0, 1, open_low=True)
        self.floor = check_real("floor", floor, 0, open_low=True)
        self.scale = np.ones(shape)

    def learn(self, total: np.ndarray, count: np.ndarray) -> None:
        """Take in the sum and the number of the bonuses paid in each cell since the last time."""
        mean = total / np.maximum(count, 1)
        self.scale = np.where(count > 0, moved(self.scale, mean, self.rate, self.floor), self.scale)
