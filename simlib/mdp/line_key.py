"""LineKey: a line of cells, a key near its left end and a door at its right one.

In this file: `LineKey`.
"""

from __future__ import annotations

import numpy as np

from simlib.mdp.tabular import TabularMDP
from simlib.validate import check_int, check_real


class LineKey(TabularMDP):
    """Cells 0..n-1; state x without the key, n + x with it, 2 n the end. Actions left, right, pick.

    Picking in cell `key` takes the key. "Right" in the last cell with the key pays `prize` and leads to the
    end; without the key it runs into the door. With probability `slip` the move is drawn uniformly from all
    three; the prize is for the action chosen.

    n >= 2; key and start in 0..n-1, start by default n // 2; slip in [0, 1]; prize > 0.
    Source: [Devidze2021], a discrete reading of its LineKeyNavEnv
    Differs: theirs is a line of real numbers, on which "right" at the door also ends without the key.
    """

    def __init__(
        self,
        n: int = 20,
        key: int = 1,
        start: int | None = None,
        slip: float = 0.1,
        prize: float = 10.0,
        discount: float = 0.95,
    ):
        self.n, self.key = check_int("n", n, low=2), check_int("key", key, low=0, high=n - 1)
        first = n // 2 if start is None else check_int("start", start, low=0, high=n - 1)
        self.slip, self.prize = check_real("slip", slip, 0, 1), check_real("prize", prize, 0, open_low=True)
        state, end = np.arange(2 * n), 2 * n
        has, x = np.divmod(state, n)
        left, right = has * n + np.maximum(x - 1, 0), has * n + np.minimum(x + 1, n - 1)
        picked = np.where(x == key, n + x, state)
        reached = np.stack([left, right, picked], axis=-1)
        reached[end - 1, 1] = end
        probs, reward = np.zeros((end + 1, 3, end + 1)), np.zeros((end + 1, 3))
        for action in range(3):
            for done in range(3):
                share = (1 - self.slip) * (action == done) + self.slip / 3
                probs[state, action, reached[:, done]] += share  # each state once: no pair is met twice
        probs[end, :, end] = 1
        reward[end - 1, 1] = self.prize
        super().__init__(probs, reward, discount, first, [end])
