"""DeepSea(N): treasure at the far end of N right moves, each of which costs a little.

    the diver begins at the top left and sinks one row in each step, left or right by one column; N steps

A learner that explores by coin tosses finds the treasure in one of 2^N episodes, and each cent paid on
the way teaches it to turn left. One that explores on purpose needs a number of episodes polynomial in N.

In this file: `DeepSea`.
"""

from __future__ import annotations

import numpy as np

from simlib.mdp.tabular import TabularMDP
from simlib.mdp.transition import Successors
from simlib.rng import stream
from simlib.validate import check_int, check_real


class DeepSea(TabularMDP):
    """N x N cells, state row * N + column, and the sea bed N * N, which is terminal; start at 0.

    size N >= 2; move_cost >= 0: a move to the right costs move_cost / N; the last right move, from the
    bottom-right cell, also pays 1. layout_seed: in each cell a coin decided which of the two actions means
    right, None: action 1 everywhere. Afterwards: `right` (N, N) int.

    The way to the treasure is worth 1 - move_cost without discount, and there is one.
    Source: [Osband2019] for the task, with its move cost of 0.01
    """

    def __init__(
        self, size: int = 10, move_cost: float = 0.01, layout_seed: int | None = 0, discount: float = 0.99
    ):
        self.size = n = check_int("size", size, low=2)
        self.move_cost = check_real("move_cost", move_cost, 0)
        self.right = np.ones((n, n), np.int64)
        if layout_seed is not None:
            self.right = stream(layout_seed, "deep_sea").integers(2, size=(n, n))
        row, column, action = np.indices((n, n, 2))
        goes_right = action == self.right[..., None]
        beside = np.clip(column + 2 * goes_right - 1, 0, n - 1)
        reached = np.where(row + 1 < n, (row + 1) * n + beside, n * n).reshape(-1, 2, 1)
        paid = -self.move_cost / n * goes_right.astype(float)
        paid[-1, -1] += goes_right[-1, -1]
        bed = np.full((1, 2), n * n)
        index = Successors(np.concatenate([reached, bed[..., None]]), np.ones((n * n + 1, 2, 1)))
        super().__init__(index, np.append(paid.reshape(-1, 2), 0.0 * bed, axis=0), discount, 0, [n * n])
