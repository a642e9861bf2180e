"""What an agent on a grid sees: the 7 x 7 cells before it, without what walls and closed doors hide.

MiniGrid finds out what is hidden by a walk over the view, line by line from the agent's own: light enters a
line at some columns, spreads sideways through cells that let it pass, and goes on to the next line. So a line
maps (where light enters, which cells let it pass) to (what is seen, where light leaves): two numbers of 7
bits to two numbers of 7 bits. That function is tabulated once, 128 x 128, and the view of a thousand agents
takes seven look-ups instead of 84 Python steps for each.

In this file: `spread`, `GridView`; `MINIGRID`, the three numbers by which MiniGrid shows a cell.
Source: [ChevalierBoisvert2023]
"""

from __future__ import annotations

import numpy as np

from simlib.mdp.grid import CLOSED, DX, DY, EMPTY, GOAL, KEY, LAVA, LOCKED, N_CODES, OPEN, WALL

SIDE = 7
HERE = (3, 6)  # the agent's own place in its view: column, line


def _minigrid() -> np.ndarray:
    shown = np.zeros((N_CODES, 3), np.uint8)
    shown[[EMPTY, GOAL, LAVA, WALL]] = [[1, 0, 0], [8, 1, 0], [9, 0, 0], [2, 5, 0]]
    for colour in range(6):
        shown[KEY + colour] = 5, colour, 0
        for state, first in enumerate((OPEN, CLOSED, LOCKED)):
            shown[first + colour] = 4, colour, state
    return shown


MINIGRID = _minigrid()  # (code, 3): type, colour, state


def spread(light: np.ndarray, clear: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """One line of the view: what is seen of it, and where light leaves to the next; each 7 bits, as ints.

    light: the columns at which it enters; clear: the columns that let it pass; the first column is the
    highest bit. Light goes to the right first, then to the left, and from each clear lit cell to the next
    line, at its own column and at the one beside. The arguments broadcast.
    """
    lit = [light >> (SIDE - 1 - i) & 1 for i in range(SIDE)]
    passes = [clear >> (SIDE - 1 - i) & 1 for i in range(SIDE)]
    leaves = [0 * (light + clear)] * SIDE
    for order, step in ((range(SIDE - 1), 1), (range(SIDE - 1, 0, -1), -1)):
        for i in order:
            on = lit[i] & passes[i]
            lit[i + step] = lit[i + step] | on
            leaves[i], leaves[i + step] = leaves[i] | on, leaves[i + step] | on
    return _number(lit) + 0 * clear, _number(leaves)


def _number(bits: list[np.ndarray]) -> np.ndarray:
    number = bits[0]
    for bit in bits[1:]:
        number = 2 * number + bit
    return number


def _spread_table() -> np.ndarray:
    """seen * 128 + leaves at light * 128 + clear."""
    light, clear = np.ogrid[:128, :128]
    seen, leaves = spread(light, clear)
    return (seen * 128 + leaves).ravel()


SPREAD = _spread_table()
# the columns of a line that are seen, from its 7 bits; a line has an eighth column, never seen, so that
# lines are whole bytes
COLUMNS = (np.arange(128)[:, None] >> np.array([6, 5, 4, 3, 2, 1, 0, 7]) & 1).astype(np.uint8)


class GridView:
    """The views of agents on maps that lie flat, `stride` cells to a line (`GridState`)."""

    def __init__(self, stride: int):
        self.offsets = _offsets(stride)

    def codes(self, flat: np.ndarray, at: np.ndarray, direction: np.ndarray, hand: np.ndarray) -> np.ndarray:
        """What is seen, (B, 7, 8) uint8, line by line, the farthest first; 0 what is hidden, and column 7.

        flat: all cells; at (B,): where in it the agents are; the hand's thing is shown at the agent's place.
        """
        place = self.offsets.take(direction, axis=0)
        place += at[:, None]
        seen = flat.take(place, mode="wrap")  # never wraps: without the check for it, take is faster
        clear = np.packbits(seen < WALL).reshape(-1, SIDE) >> 1
        lines = np.empty((SIDE, len(at)), np.int64)
        light = np.full(len(at), 1 << (SIDE - 1 - HERE[0]))
        for line in range(HERE[1], -1, -1):
            entry = SPREAD.take(light * 128 + clear[:, line])
            lines[line], light = entry >> 7, entry & 127
        seen = seen.reshape(-1, SIDE, SIDE + 1)
        seen *= COLUMNS.take(lines.T, axis=0)
        seen[:, HERE[1], HERE[0]] = hand
        return seen

    def image(self, flat: np.ndarray, at: np.ndarray, direction: np.ndarray, hand: np.ndarray) -> np.ndarray:
        """MiniGrid's observation, (B, 7, 7, 3) uint8: column, line, (type, colour, state)."""
        codes = self.codes(flat, at, direction, hand)
        return MINIGRID.take(codes[:, :, :SIDE].transpose(0, 2, 1), axis=0)


def _offsets(stride: int) -> np.ndarray:
    """Where the cells of the view lie from the agent, for each direction, line by line, eight to a line."""
    line, column = np.mgrid[:SIDE, : SIDE + 1]
    ahead, aside = HERE[1] - line, np.minimum(column, SIDE - 1) - HERE[0]
    x = DX[:, None, None] * ahead - DY[:, None, None] * aside
    y = DY[:, None, None] * ahead + DX[:, None, None] * aside
    return (y * stride + x).reshape(4, SIDE * (SIDE + 1))
