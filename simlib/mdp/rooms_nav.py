"""RoomsNav: four rooms with thin walls, from the work on explicable reward design.

In this file: `RoomsNav`.
"""

from __future__ import annotations

import numpy as np

from simlib.mdp.tabular import TabularMDP
from simlib.validate import check_real

SIZE, WALL_AFTER, GATES = 7, 2, (1, 5)  # walls between lines (and columns) 2 and 3, open at 1 and 5
MOVES = ((0, 1), (-1, 0), (0, -1), (1, 0))  # up, left, down, right: (x, y), y upwards


class RoomsNav(TabularMDP):
    """7 x 7 cells, state 7 y + x, and an end, state 49; start at x = y = 1, the goal in the corner x = y = 6.

    Actions up, left, down, right. A move succeeds with probability 1 - slip; otherwise the agent goes to one
    of the other neighbours in reach, all equally likely. A move into a wall stays, or slips likewise. "Right"
    in the goal pays `prize` whatever comes of it, and leads to the end, which counts as the goal's neighbour.

    slip in [0, 1]; prize > 0.
    Source: [Devidze2021], from its authors' code
    Differs: in that code "up" in the goal, and two moves in the corner x = y = 0, also lead to the end; here
    they run into a wall.
    """

    def __init__(self, slip: float = 0.1, prize: float = 10.0, discount: float = 0.95):
        self.slip, self.prize = check_real("slip", slip, 0, 1), check_real("prize", prize, 0, open_low=True)
        end, goal, right = SIZE * SIZE, SIZE * SIZE - 1, 3
        probs, reward = np.zeros((end + 1, 4, end + 1)), np.zeros((end + 1, 4))
        for state in range(end):
            ways = neighbours(state % SIZE, state // SIZE)
            if state == goal:
                ways[right] = end
            for action in range(4):
                wanted = ways.get(action, state)
                others = [place for place in ways.values() if place != wanted]
                probs[state, action, wanted] += 1 - self.slip
                probs[state, action, others] += self.slip / len(others)
        probs[end, :, end] = 1
        reward[goal, right] = self.prize
        super().__init__(probs, reward, discount, SIZE + 1, [end])


def neighbours(x: int, y: int) -> dict[int, int]:
    """The states that the moves from (x, y) lead to, by action; moves into walls are left out."""
    ways = {}
    for action, (dx, dy) in enumerate(MOVES):
        u, v = x + dx, y + dy
        crosses = dx and min(x, u) == WALL_AFTER and y not in GATES
        crosses = crosses or (dy and min(y, v) == WALL_AFTER and x not in GATES)
        if 0 <= u < SIZE and 0 <= v < SIZE and not crosses:
            ways[action] = v * SIZE + u
    return ways
