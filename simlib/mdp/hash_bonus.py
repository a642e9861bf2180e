"""Count places that are vectors by giving nearby ones the same name.

    name = the signs of `bits` random projections of phi, read as a binary number

Two vectors at an angle x fall on the same side of one random plane with probability 1 - x / pi, so with b
planes they share a name with probability (1 - x / pi)^b. Few bits make everything look alike, many make
everything new.

In this file: `hash_codes`, the formula; `HashCounts`, the memory.
"""

from __future__ import annotations

import numpy as np

from simlib.mdp.count_bonus import Counts
from simlib.validate import check_array, check_int


def hash_codes(phi: np.ndarray, planes: np.ndarray) -> np.ndarray:
    """sum over i of 2^i [planes_i . phi >= 0], (...) int: phi (..., d), planes (bits, d).

    Source: [Charikar2002]; for counts [Tang2017]
    """
    sides = phi @ planes.T >= 0
    return sides @ (1 << np.arange(len(planes), dtype=np.int64))


class HashCounts:
    """N(name of phi) for R runs that share the planes and not the memory.

    n_features d >= 1; bits in [1, 24]; rng draws the planes, normal numbers.
    Raises: ValueError for numbers out of range, or phi of another shape than (R, E, d).
    Cost: the table holds R * 2^bits numbers.
    Source: [Tang2017]
    """

    def __init__(self, n_runs: int, n_features: int, bits: int = 12, *, rng: np.random.Generator):
        self.n_features = check_int("n_features", n_features, low=1)
        self.bits = check_int("bits", bits, low=1, high=24)
        self.planes = rng.standard_normal((self.bits, self.n_features))
        self.counts = Counts(n_runs, 2**self.bits)

    def of(self, phi: np.ndarray) -> np.ndarray:
        """How often the names of phi (R, E, d) were counted, (R, E)."""
        return self.counts.of(self._codes(phi))

    def add(self, phi: np.ndarray, live: np.ndarray) -> None:
        """Count phi (R, E, d) where `live` (R, E)."""
        self.counts.add(self._codes(phi), live)

    def _codes(self, phi: np.ndarray) -> np.ndarray:
        phi = check_array("phi", phi, shape=(self.counts.n_runs, None, self.n_features))
        return hash_codes(phi, self.planes)
