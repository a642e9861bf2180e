"""A world of arms for the question what an agent should count as new: easy to plan in, hard to find out.

    hub ----- 0 - 1 - 2 - ... - L-1      K arms of L places; one episode has time for one arm only
        \\---- 0 - 1 - 2 - ... - L-1      in an arm action 0 goes on, every other action goes back

Each episode is one of two kinds. With probability `sharing` it is the SHARED world: its places carry the same
names every time, and one arm, unknown and always the same, ends at a goal. Otherwise it is a FRESH world:
its names were never seen before, and every arm ends at a goal. So in shared episodes memory across episodes
says which arm is still untried; in fresh ones it says nothing, and only persistence inside the episode helps.

In this file: `ArmsCMDP`.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from simlib.mdp.tabular import TabularMDP
from simlib.mdp.transition import Successors
from simlib.validate import check_int, check_real


class ArmsCMDP:
    """Place 0 is the hub, 1 + k * length + d is depth d of arm k; all methods work on whole arrays.

    n_arms >= 1, length >= 2, n_actions >= max(2, n_arms); slack >= 0: steps beyond the length of an arm. At
    the hub action a enters arm a mod n_arms. Arriving at a goal pays 1 and ends the episode.

    Afterwards: `n_places` = 1 + n_arms * length, `horizon` = length + slack steps,
    `next_place` (n_places, n_actions) int, `arm` and `is_end` (n_places,): the arm of a place (-1 for the
    hub), and whether it is the last of its arm.
    Raises: ValueError for numbers out of range.
    """

    def __init__(self, n_arms: int = 4, length: int = 8, n_actions: int = 8, slack: int = 4):
        self.n_arms = check_int("n_arms", n_arms, low=1)
        self.length = check_int("length", length, low=2)
        self.n_actions = check_int("n_actions", n_actions, low=max(2, self.n_arms))
        self.slack = check_int("slack", slack, low=0)
        self.n_places = 1 + self.n_arms * self.length
        self.horizon = self.length + self.slack
        place = np.arange(self.n_places)
        self.arm = (place - 1) // self.length
        depth = np.where(place > 0, (place - 1) % self.length, -1)
        self.is_end = depth == self.length - 1
        self.next_place = self._moves(place, depth)

    def __repr__(self) -> str:
        return f"ArmsCMDP({self.n_arms}, {self.length}, {self.n_actions}, {self.slack})"

    def _moves(self, place: np.ndarray, depth: np.ndarray) -> np.ndarray:
        on, back = np.where(self.is_end, place, place + 1), np.where(depth > 0, place - 1, 0)
        moves = np.repeat(back[:, None], self.n_actions, axis=1)
        moves[:, 0] = on
        moves[0] = 1 + np.arange(self.n_actions) % self.n_arms * self.length
        return moves

    def start(self, shape: Any) -> np.ndarray:
        """The hub, for episodes of any shape."""
        return np.zeros(shape, np.int64)

    def kinds(self, sharing: Any, u: np.ndarray) -> np.ndarray:
        """Which episodes are fresh, bool: where the uniform u is at least `sharing` in [0, 1] (broadcast)."""
        return u >= sharing

    def step(
        self, place: np.ndarray, action: np.ndarray, fresh: np.ndarray, goal: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray]:
        """The next place, and whether it is a goal (it pays 1 and ends the episode). All of one shape.

        fresh bool: the kind of the episode; goal int: the one arm that pays in the shared world.
        """
        reached = self.next_place[place, action]
        return reached, self.is_end[reached] & (fresh | (self.arm[reached] == goal))

    def to_mdp(self, fresh: bool, goal: int = 0, discount: float = 0.95) -> TabularMDP:
        """One context as an exact MDP without a horizon: the shared world with this goal, or a fresh one."""
        goal = check_int("goal", goal, low=0, high=self.n_arms - 1)
        discount = check_real("discount", discount, 0, 1, open_high=True)
        pays = self.is_end & (bool(fresh) | (self.arm == goal))
        moves = self.next_place[..., None]
        return TabularMDP(
            Successors(moves, np.ones(moves.shape)), pays[self.next_place] * 1.0, discount, 0, pays
        )
