"""The cliff walk: the shortest way runs along an edge, and a slip of exploration goes over it.

    ............
    ............
    ............
    SCCCCCCCCCCG        C the cliff

In this file: `CliffWalk`.
"""

from __future__ import annotations

import numpy as np

from simlib.mdp.gridworld import GridWorld
from simlib.mdp.transition import Successors
from simlib.validate import check_int


class CliffWalk(GridWorld):
    """Every move costs 1; into the cliff it costs 100 and leads back to the start, and the episode goes on.

    rows, columns int: the size, at least 2 rows and 3 columns; discount in [0, 1); slip: see `GridWorld`. The
    cells of the cliff are states that nobody is ever in.

    Source: [Sutton2018] example 6.6
    Differs: a discount just below 1, since a policy that never arrives must have a value.
    """

    def __init__(self, rows: int = 4, columns: int = 12, discount: float = 0.99, slip: float = 0.0):
        self.size = check_int("rows", rows, 2), check_int("columns", columns, 3)
        text = "\n".join(["." * columns] * (rows - 1) + ["S" + "C" * (columns - 2) + "G"])
        super().__init__(text, slip, discount, {"G": 0.0, "C": -99.0}, step_reward=-1.0, lasting="C")
        form = self.transition
        assert isinstance(form, Successors)
        over = self.letters[form.next_state] == "C"
        start = self.state_at(rows - 1, 0)
        self.transition = Successors(np.where(over, start, form.next_state), form.probs)
