"""Pay for what was seldom seen: count, over all experience, and pay the rarer the more.

    bonus(s) = 1 / sqrt(1 + N(phi(s)))

N is the number of earlier visits, in this episode or any other, to places that look like s. What "look like"
means is the choice of phi, and it decides everything. Let phi be the position and a thousand worlds share
one memory; let phi name the world as well and nothing ever repeats; let the time step slip in, and standing
still looks new.

In this file: `count_bonus`, the formula; `by_place`, `by_world`, `by_time`, three choices of phi; `Counts`,
the memory of many runs.
"""

from __future__ import annotations

import numpy as np

from simlib.validate import check_int


def count_bonus(count: np.ndarray) -> np.ndarray:
    """1 / sqrt(1 + count), for counts >= 0 of earlier visits: 1 where nothing was seen.

    Source: [Strehl2008] (beta / sqrt(n(s, a)) added to the reward of a model)
    Differs: counts states and not pairs of state and action, and leaves beta to the caller; the 1 stands for
    the visit being paid.
    """
    return 1 / np.sqrt(1 + count)


def by_place(place: np.ndarray) -> np.ndarray:
    """phi(s) = the place: worlds that differ share one count."""
    return place


def by_world(place: np.ndarray, world: np.ndarray, n_places: int) -> np.ndarray:
    """phi(s) = world * n_places + place: each world has counts of its own."""
    return world * n_places + place


def by_time(place: np.ndarray, t: int, n_places: int) -> np.ndarray:
    """phi(s) = t * n_places + place, a trap: the same place at another time counts as another one."""
    return t * n_places + place


class Counts:
    """N(phi) for R runs that remember apart: `of(phi)` reads, `add(phi, live)` counts.

    phi: (R, E) int in [0, n_features), the places of E episodes that each run lives at once.
    Afterwards: `table` (R, n_features) float.
    """

    def __init__(self, n_runs: int, n_features: int):
        self.n_runs = check_int("n_runs", n_runs, low=1)
        self.n_features = check_int("n_features", n_features, low=1)
        self.table = np.zeros((self.n_runs, self.n_features))
        self._first = np.arange(self.n_runs)[:, None] * self.n_features

    def of(self, phi: np.ndarray) -> np.ndarray:
        """N(phi) of each run, (R, E)."""
        return self.table.ravel().take(self._first + phi)

    def add(self, phi: np.ndarray, live: np.ndarray) -> None:
        """Count each place that is live (R, E), as a bool or a weight; places that come twice count twice."""
        cells = (self._first + phi).ravel()
        weights = np.broadcast_to(live, phi.shape).ravel().astype(float)
        self.table += np.bincount(cells, weights, self.table.size).reshape(self.table.shape)
