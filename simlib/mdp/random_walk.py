"""The random walk: from the middle to one of two ends, and only the right one pays.

    (end, 0)  <-  1  <->  2  <->  3  <->  4  <->  5  ->  (end, +1)

The policy that goes either way with probability 1/2 is to be judged. Without a discount state i of n is worth
i / (n + 1), the chance of ending on the right.

In this file: `RandomWalk`.
"""

from __future__ import annotations

import numpy as np

from simlib.mdp.tabular import TabularMDP
from simlib.mdp.transition import Successors
from simlib.validate import check_int


class RandomWalk(TabularMDP):
    """States 0 and n + 1 are the ends, n between; actions 0 left, 1 right; it starts in the middle.

    n int >= 1, odd; discount in [0, 1); left_pays: the reward of ending on the left.

    Source: [Sutton2018] example 6.2
    Differs: a discount just below 1.
    """

    def __init__(self, n: int = 5, discount: float = 0.9999, left_pays: float = 0.0):
        self.n = check_int("n", n, 1)
        if n % 2 == 0:
            raise ValueError(f"n must be odd, for a middle; got {n}")
        states = np.arange(n + 2)
        reached = np.stack([states - 1, states + 1], axis=-1).clip(0, n + 1)[..., None]
        paid = np.where(reached == n + 1, 1.0, np.where(reached == 0, left_pays, 0.0))
        form = Successors(reached, np.ones(reached.shape))
        super().__init__(form, paid, discount, start=(n + 1) // 2, terminal=[0, n + 1])
