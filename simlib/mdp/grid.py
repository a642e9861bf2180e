"""MiniGrid's world for B rows at once: walls, doors, keys, lava a goal, an agent that turns and walks.

A cell is one number:

    0 unseen   1 empty   2 goal   3 lava   4.. key   10.. open door   16 wall   17.. closed   23.. locked door

with the six colours in the order of COLOURS, so that a yellow key is KEY + 4. Light passes below WALL. The
hand holds a key or EMPTY.

What an action does depends on three numbers, the action, the hand and the cell in front, and is written down
once, in `touch`. Its table is what all rows are moved by.

In this file: `touch`, `GridState`; the codes of cells, `COLOURS`, the actions LEFT..DONE.
Source: [ChevalierBoisvert2023]
"""

from __future__ import annotations

import numpy as np

UNSEEN, EMPTY, GOAL, LAVA, KEY, OPEN, WALL, CLOSED, LOCKED, N_CODES = 0, 1, 2, 3, 4, 10, 16, 17, 23, 29
COLOURS = ("red", "green", "blue", "purple", "yellow", "grey")
LEFT, RIGHT, FORWARD, PICKUP, DROP, TOGGLE, DONE = range(7)
N_ACTIONS = 7
DX, DY = np.array([1, 0, -1, 0]), np.array([0, 1, 0, -1])  # right, down, left, up
PAD = 5  # walls around the map, so that no view leaves it


def touch(action: np.ndarray, hand: np.ndarray, front: np.ndarray) -> tuple:
    """The cell in front afterwards, the hand afterwards, and whether the agent walks: three arrays.

    action in 0..6, hand EMPTY or a key, front a cell: int arrays that broadcast.

    FORWARD walks onto what is empty, goal, lava or an open door; PICKUP takes a key into an empty hand; DROP
    lays it onto an empty cell; TOGGLE opens and closes doors, a locked one only with the key of its colour,
    after which it is locked no more.
    """
    key, opened = (front >= KEY) & (front < OPEN), (front >= OPEN) & (front < WALL)
    closed, locked = (front >= CLOSED) & (front < LOCKED), front >= LOCKED
    walks = (action == FORWARD) & ((front == EMPTY) | (front == GOAL) | (front == LAVA) | opened)
    picks = (action == PICKUP) & key & (hand == EMPTY)
    drops = (action == DROP) & (front == EMPTY) & (hand != EMPTY)
    fits = locked & (hand - KEY == front - LOCKED)
    turned = front + (CLOSED - OPEN) * opened - (CLOSED - OPEN) * closed - (LOCKED - OPEN) * fits
    after = np.where(picks, EMPTY, np.where(drops, hand, np.where(action == TOGGLE, turned, front)))
    return after, np.where(picks, front, np.where(drops, EMPTY, hand)), walks


def _tables() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """`touch` of everything, flat: entry (action * N_CODES + hand) * N_CODES + front."""
    action, hand, front = np.ogrid[:N_ACTIONS, :N_CODES, :N_CODES]
    shape = (N_ACTIONS, N_CODES, N_CODES)
    after, held, walks = (np.broadcast_to(part, shape).ravel() for part in touch(action, hand, front))
    return after.astype(np.uint8), held.astype(np.int64), walks


AFTER, HELD, WALKS = _tables()
TURN = np.array([-1, 1, 0, 0, 0, 0, 0])
ROW_OF = N_CODES * N_CODES * np.arange(N_ACTIONS)


class GridState:
    """B maps of one height and width with an agent in each; the maps have at most one key and n_doors doors.

    `cells` (B, C) uint8, the padded maps, C = (height + 2 PAD) * stride, stride = width + PAD: the walls to
    the right of one line are those to the left of the next. `at` (B,) where the agent is in its row of cells,
    `direction` (B,) in 0..3 (right, down, left, up), `hand` (B,).
    """

    def __init__(self, n_rows: int, height: int, width: int, n_doors: int = 0, has_key: bool = False):
        self.n_rows, self.height, self.width = n_rows, height, width
        self.n_doors, self.has_key = n_doors, has_key
        self.stride = width + PAD
        self.cells = np.full((n_rows, (height + 2 * PAD) * self.stride), WALL, np.uint8)
        self.flat, self.base = self.cells.reshape(-1), np.arange(n_rows) * self.cells.shape[1]
        self.ahead = DX + DY * self.stride
        place = np.arange(self.cells.shape[1])
        self.place_of = (place // self.stride - PAD) * width + place % self.stride  # in reading order
        self.at, self.direction = np.zeros((2, n_rows), np.int64)
        self.hand = np.full(n_rows, EMPTY)
        self.doors = np.zeros((n_rows, n_doors), np.int64)
        self.key_at = np.full(n_rows, -1)  # -1: in the hand

    def put(self, rows: np.ndarray, maps: np.ndarray, x: np.ndarray, y: np.ndarray, d: np.ndarray) -> None:
        """Lay maps (n, height, width) into these rows, the agents at x, y (n,) looking in direction d."""
        lines = self.cells.reshape(self.n_rows, -1, self.stride)
        lines[rows, PAD : PAD + self.height, : self.width] = maps
        self.at[rows] = (y + PAD) * self.stride + x
        self.direction[rows], self.hand[rows] = d, EMPTY
        if self.n_doors:
            door = ((maps >= OPEN) & (maps < WALL)) | (maps >= CLOSED)
            self.doors[rows] = self._found(door, self.n_doors, "doors")
        if self.has_key:
            self.key_at[rows] = self._found((maps >= KEY) & (maps < OPEN), 1, "keys")[:, 0]

    def _found(self, which: np.ndarray, count: int, what: str) -> np.ndarray:
        """Where in the row of cells the `count` things of each map are, (n, count)."""
        row, y, x = np.nonzero(which)
        if len(row) != count * len(which) or (np.bincount(row, minlength=len(which)) != count).any():
            raise ValueError(f"maps must hold {count} {what} each; got {len(row)} in {len(which)} maps")
        return ((y + PAD) * self.stride + x).reshape(-1, count)

    def take(self, rows: np.ndarray) -> GridState:
        """A new batch whose rows are copies of these rows (n,) int, which may repeat."""
        new = GridState(len(rows), self.height, self.width, self.n_doors, self.has_key)
        new.cells[:] = self.cells[rows]
        for name in ("at", "direction", "hand", "doors", "key_at"):
            setattr(new, name, getattr(self, name)[rows])
        return new

    def step(self, action: np.ndarray) -> np.ndarray:
        """One action (B,) in 0..6 in each row; the cell that the agent walked onto, UNSEEN where it did not.

        The caller ends the episode where that is GOAL or LAVA.
        """
        front = self.at + self.ahead.take(self.direction)
        place = self.base + front
        cell = self.flat.take(place)
        entry = ROW_OF.take(action) + self.hand * N_CODES + cell
        if self.has_key or self.n_doors:
            self._handle(entry, front, place, cell)
        walks = WALKS.take(entry)
        self.at = np.where(walks, front, self.at)
        self.direction = (self.direction + TURN.take(action)) & 3
        return cell * walks

    def _handle(self, entry: np.ndarray, front: np.ndarray, place: np.ndarray, cell: np.ndarray) -> None:
        """What hands do: few rows in a step, so that only those are written."""
        after = AFTER.take(entry)
        rows = np.flatnonzero(after != cell)
        self.flat[place[rows]] = after[rows]
        held, had = HELD.take(entry[rows]), self.hand[rows]
        moved = held != had
        self.key_at[rows[moved]] = np.where(held[moved] == EMPTY, front[rows[moved]], -1)
        self.hand[rows] = held

    @property
    def n_states(self) -> int:
        """How many numbers `state` may give."""
        n = self.height * self.width
        return n * 4 * 3**self.n_doors * (n + 1 if self.has_key else 1)

    def state(self) -> np.ndarray:
        """The number of each row's state, (B,) int64: all that changes while the map is the same.

        ((place * 4 + direction) * 3^doors + doors' states) * (places + 1) + place of the key, without the
        parts that the world does not have; a key in the hand is at the last place.
        """
        number = self.place_of.take(self.at) * 4 + self.direction
        if self.n_doors:
            door = self.flat.take(self.base[:, None] + self.doors)
            digit = (door >= CLOSED).astype(np.int64) + (door >= LOCKED)
            number = number * 3**self.n_doors + digit @ 3 ** np.arange(self.n_doors)
        if self.has_key:
            n = self.height * self.width
            number = number * (n + 1) + np.where(self.key_at < 0, n, self.place_of.take(self.key_at))
        return number
