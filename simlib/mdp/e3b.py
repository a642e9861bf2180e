"""E3B: an episodic count for places that are vectors, where no two are ever quite the same.

    bonus = phi' C^-1 phi        C = lambda I + sum of phi phi' over earlier places of the episode

Along a direction that was taken n times C is about n, so the bonus is about 1 / n. With phi one-hot it is
exactly 1 / (lambda + N_e). C^-1 is never computed anew: adding phi phi' changes it by one outer product
(Sherman and Morrison), d^2 operations in place of d^3.

In this file: `elliptical_bonus` and `rank_one_update`, the formulas; `EllipticalBonus`, for many runs.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from simlib.validate import check_array, check_int, check_real


def elliptical_bonus(inverse: np.ndarray, phi: np.ndarray) -> np.ndarray:
    """phi' inverse phi, (...): inverse (..., d, d), phi (..., d). Source: [Henaff2022]"""
    return np.einsum("...i,...ij,...j->...", phi, inverse, phi)


def rank_one_update(inverse: np.ndarray, phi: np.ndarray) -> np.ndarray:
    """(C + phi phi')^-1 from C^-1: inverse - (inverse phi)(inverse phi)' / (1 + phi' inverse phi).

    inverse (..., d, d) symmetric, phi (..., d). Cost: d^2.
    """
    turned = np.einsum("...ij,...j->...i", inverse, phi)
    grown = 1 + (phi * turned).sum(axis=-1)
    return inverse - turned[..., :, None] * turned[..., None, :] / grown[..., None, None]


class EllipticalBonus:
    """R runs, each with its own ellipse: `begin` empties it, `visit(phi)` pays and then takes phi in.

    n_features d >= 1; ridge lambda > 0. Afterwards: `inverse` (R, d, d) = C^-1.
    Raises: ValueError for numbers out of range, or phi of another shape than (R, d).
    Cost: R d^2 for a visit.
    Source: [Henaff2022]
    Differs: phi is handed in; the paper learns it, by predicting the action between two observations.
    """

    def __init__(self, n_runs: int, n_features: int, ridge: float = 0.1):
        self.n_runs = check_int("n_runs", n_runs, low=1)
        self.n_features = check_int("n_features", n_features, low=1)
        self.ridge = check_real("ridge", ridge, 0, open_low=True)
        self.inverse = np.empty((self.n_runs, self.n_features, self.n_features))
        self.begin(np.ones(self.n_runs, bool))

    def begin(self, runs: Any) -> None:
        """A new episode in these runs, bool (R,): C = lambda I."""
        fresh = check_array("runs", runs, shape=(self.n_runs,), dtype=bool)
        self.inverse[fresh] = np.eye(self.n_features) / self.ridge

    def visit(self, phi: np.ndarray) -> np.ndarray:
        """The bonus (R,) of the places phi (R, d), which then belong to the episode."""
        phi = check_array("phi", phi, shape=(self.n_runs, self.n_features))
        paid = elliptical_bonus(self.inverse, phi)
        self.inverse = rank_one_update(self.inverse, phi)
        return paid
