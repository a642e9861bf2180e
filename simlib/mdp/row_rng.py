"""One stream of random numbers for each row of a batch.

A batch of B environments must be the same as B environments one by one: row i, seeded s + i, may not notice
who else is there. So each row has a generator of its own and takes a number from it only when it needs one.
Asking B generators one by one would cost more than the environment's step; each is asked for CHUNK numbers
ahead, and a row's next number is read from that store.

In this file: `RowRng`.
"""

from __future__ import annotations

import numpy as np


class RowRng:
    """Uniforms for rows 0..B-1, each from its own generator, drawn CHUNK ahead.

    The k-th number of a row depends on the row's seed and on k, and on nothing else: not on B, not on which
    other rows took numbers. A row that was never seeded draws its seed from the operating system.
    Cost: about 10 ns a number with hundreds of rows; 1 KB of memory a row.
    """

    CHUNK = 128

    def __init__(self, n_rows: int):
        self.n_rows = n_rows
        self._generators: list[np.random.Generator | None] = [None] * n_rows
        self._store = np.empty((n_rows, self.CHUNK))
        self._next = np.full(n_rows, self.CHUNK)

    def seed(self, row: int, seed: int | None) -> None:
        """Begin the stream of a row anew: `PCG64(SeedSequence(seed))`, as gymnasium seeds one environment."""
        self.use(row, np.random.Generator(np.random.PCG64(np.random.SeedSequence(seed))))

    def use(self, row: int, generator: np.random.Generator) -> None:
        """Let a row take its numbers from `generator` from now on; what was drawn ahead is forgotten."""
        self._generators[row], self._next[row] = generator, self.CHUNK

    def generator(self, row: int) -> np.random.Generator:
        """The generator of a row. It is up to CHUNK numbers ahead of what the row has used."""
        if self._generators[row] is None:
            self.seed(row, None)
        found = self._generators[row]
        assert found is not None
        return found

    def random(self, rows: np.ndarray) -> np.ndarray:
        """The next uniform in [0, 1) of each of these rows (n,) int, which must differ: (n,)."""
        place = self._next.take(rows)
        for row in rows[place == self.CHUNK].tolist():
            self.generator(row).random(out=self._store[row])
            self._next[row] = 0
        place = self._next.take(rows)
        self._next[rows] = place + 1
        return self._store.reshape(-1).take(rows * self.CHUNK + place)

    def integers(self, rows: np.ndarray, high: int) -> np.ndarray:
        """floor(high * u), uniform on 0..high-1, for the next uniform u of each row: (n,) int64.

        high at most 2^31, so that no number is favoured by more than 2^-22 of its share.
        """
        return (self.random(rows) * high).astype(np.int64)
