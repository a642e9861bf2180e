"""Corridors(n, length): a hub from which n corridors lead away, one of them to a prize.

A learner that is paid for novelty wanders into one corridor, is drawn to another before it has seen the end,
and comes back to find the first no longer new: that is called detachment. How far it must go is the knob.

In this file: `Corridors`.
"""

from __future__ import annotations

import numpy as np

from simlib.mdp.tabular import TabularMDP
from simlib.mdp.transition import Successors
from simlib.validate import check_array, check_int


class Corridors(TabularMDP):
    """State 0 is the hub; cell j = 1..length of corridor i is state 1 + i * length + j - 1.

    n >= 2 corridors and actions: in the hub action i enters corridor i, in a corridor action 0 goes on and
    any other goes back by one. Arriving in the last cell of corridor i pays prizes[i], by default 1 in the
    last corridor and 0 elsewhere, and ends the episode. length >= 1.
    """

    def __init__(
        self, n: int = 4, length: int = 8, prizes: np.ndarray | list | None = None, discount: float = 0.99
    ):
        self.n, self.length = check_int("n", n, low=2), check_int("length", length, low=1)
        default = np.arange(n) == n - 1
        self.prizes = check_array("prizes", default if prizes is None else prizes, shape=(n,))
        n_states = 1 + n * length
        i, j = np.divmod(np.arange(n * length), length)
        cell = 1 + i * length + j
        reached = np.zeros((n_states, n), np.int64)
        reached[0] = 1 + np.arange(n) * length
        reached[1:] = np.where(j > 0, cell - 1, 0)[:, None]
        reached[1:, 0] = np.where(j < length - 1, cell + 1, cell)
        ends = length * np.arange(1, n + 1)
        arrival = np.zeros(n_states)
        arrival[ends] = self.prizes
        index = Successors(reached[..., None], np.ones((n_states, n, 1)))
        super().__init__(index, arrival[reached], discount, 0, ends)
