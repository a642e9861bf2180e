"""Pay for what is new in this episode: the memory is wiped when the next one begins.

    bonus(s) = 1 if this is the first visit to phi(s) in the episode, else 0
    bonus(s) = 1 / sqrt(N_e(phi(s))), with N_e the visits in this episode, this one included

It never fades: a room that was seen in a thousand episodes pays again in the next. That is what keeps an
agent walking where nothing is remembered, and what keeps it walking where everything is known.

In this file: `first_visit` and `episodic_bonus`, the formulas; `EpisodeCounts`, the memory.
"""

from __future__ import annotations

import numpy as np

from simlib.validate import check_int


def first_visit(count: np.ndarray) -> np.ndarray:
    """1 where count == 1, else 0; count >= 1 of visits in this episode, this one included.

    Source: [Zhang2021], as a factor (ERIR)
    """
    return (count == 1) * 1.0


def episodic_bonus(count: np.ndarray) -> np.ndarray:
    """1 / sqrt(count), count >= 1 of visits in this episode, this one included.

    Source: [Raileanu2020], as a factor
    """
    return 1 / np.sqrt(count)


class EpisodeCounts:
    """N_e(phi) for R runs with E episodes each; `visit(phi, live)` counts and returns (R, E) counts.

    phi: (R, E) int in [0, n_features). Afterwards: `table` (R, E, n_features) int.
    """

    def __init__(self, n_runs: int, n_episodes: int, n_features: int):
        self.shape = (check_int("n_runs", n_runs, low=1), check_int("n_episodes", n_episodes, low=1))
        self.n_features = check_int("n_features", n_features, low=1)
        self._first = np.arange(self.shape[0] * self.shape[1]).reshape(self.shape) * self.n_features
        self.begin()

    def begin(self) -> None:
        """All episodes begin anew: nothing was visited."""
        self.table = np.zeros((*self.shape, self.n_features), np.int32)
        self._flat = self.table.reshape(-1)

    def visit(self, phi: np.ndarray, live: np.ndarray) -> np.ndarray:
        """Count one visit where `live` (R, E) bool; the counts, this visit included."""
        cell = self._first + phi
        count = self._flat.take(cell) + live
        self._flat[cell] = count
        return count
