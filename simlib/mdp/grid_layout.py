"""Maps for the grid, each a pure function of a whole number, its context.

The same context always gives the same map, start and direction, so that "train on contexts 0..99, test on
others" is a sentence about numbers. A batch asks for many maps at once: `layout(contexts)` gives the codes
(n, height, width), x and y of the agents (n,), and their directions (n,).

The laws of Empty, FourRooms and DoorKey are MiniGrid's; the maps of one number are not MiniGrid's of that
seed.

In this file: `uniforms`, `room`, `Layout`, `Empty`, `FourRooms`, `DoorKey`. Maps that take a search
to draw are in grid_layout_drawn.py.
"""

from __future__ import annotations

import numpy as np

from simlib.mdp.grid import DX, EMPTY, GOAL, KEY, LOCKED, WALL
from simlib.validate import check_int

GOLDEN = np.uint64(0x9E3779B97F4A7C15)  # 2^64 divided by the golden ratio
YELLOW = 4
Maps = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]


def uniforms(context: np.ndarray, count: int) -> np.ndarray:
    """`count` uniforms in [0, 1) for each context (n,) int >= 0, always the same: (n, count).

    SplitMix64 seeded with the mixed context: number k is mix(mix(context) + (k + 1) GOLDEN).
    Source: [Steele2014]
    """
    start = _mix(np.asarray(context).astype(np.uint64) + GOLDEN)
    states = start[:, None] + GOLDEN * np.arange(1, count + 1, dtype=np.uint64)
    return (_mix(states) >> np.uint64(11)) * 2.0**-53


def _mix(z: np.ndarray) -> np.ndarray:
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return z ^ (z >> np.uint64(31))


class Layout:
    """The interface: `height`, `width`, `n_doors`, `has_key`, `max_steps`, and the call."""

    n_doors, has_key = 0, False
    height: int
    width: int
    max_steps: int

    def __call__(self, context: np.ndarray) -> Maps:
        """The maps of contexts (n,) int >= 0."""
        raise NotImplementedError

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.height} x {self.width})"


class Empty(Layout):
    """A room without anything; the agent in one corner, the goal in the other, as MiniGrid-Empty.

    size >= 4, walls included. All contexts are the same. Episodes are cut after 4 size^2 steps.
    """

    def __init__(self, size: int = 8):
        self.size = self.height = self.width = check_int("size", size, low=4)
        self.max_steps = 4 * size**2

    def __call__(self, context: np.ndarray) -> Maps:
        n = len(context)
        maps = np.repeat(room(self.size, self.size)[None], n, axis=0)
        maps[:, -2, -2] = GOAL
        one = np.ones(n, np.int64)
        return maps, one, one, one * 0


class FourRooms(Layout):
    """Four rooms with a gap in each wall between them; agent and goal anywhere, as MiniGrid-FourRooms.

    size odd, >= 7, walls included. Episodes are cut after 100 steps.
    """

    def __init__(self, size: int = 19):
        if check_int("size", size, low=7) % 2 == 0:
            raise ValueError(f"size must be odd; got {size}")
        self.size = self.height = self.width = size
        self.max_steps, self.middle = 100, size // 2
        self.plan = room(size, size)
        self.plan[self.middle], self.plan[:, self.middle] = WALL, WALL
        self.free = np.flatnonzero(self.plan == EMPTY)

    def __call__(self, context: np.ndarray) -> Maps:
        n, size, middle = len(context), self.size, self.middle
        u = uniforms(context, 7)
        gap = 1 + (u[:, :4] * (middle - 1)).astype(np.int64)  # along the wall's half
        gap[:, 1::2] += middle
        places = np.empty((n, len(self.free) + 4), np.int64)  # all free cells of each map
        places[:, :-4] = self.free
        places[:, -4:-2] = gap[:, :2] * size + middle
        places[:, -2:] = middle * size + gap[:, 2:]
        one = (u[:, 4] * places.shape[1]).astype(np.int64)
        other = (u[:, 5] * (places.shape[1] - 1)).astype(np.int64)
        other += other >= one  # any but the agent's
        row = np.arange(n)
        maps = np.repeat(self.plan.reshape(1, -1), n, axis=0)
        maps[row[:, None], places[:, -4:]] = EMPTY
        maps[row, places[row, other]] = GOAL
        agent = places[row, one]
        return maps.reshape(n, size, size), agent % size, agent // size, (u[:, 6] * 4).astype(np.int64)


class DoorKey(Layout):
    """A wall with a locked yellow door, its key on the agent's side, the goal behind, as MiniGrid-DoorKey.

    size >= 5, walls included. Episodes are cut after 10 size^2 steps.
    """

    n_doors, has_key = 1, True

    def __init__(self, size: int = 8):
        self.size = self.height = self.width = check_int("size", size, low=5)
        self.max_steps = 10 * size**2

    def __call__(self, context: np.ndarray) -> Maps:
        n, inner = len(context), self.size - 2
        u, row = uniforms(context, 5), np.arange(n)
        split = 2 + (u[:, 0] * (self.size - 4)).astype(np.int64)  # the wall's column, 2..size - 3
        maps = np.repeat(room(self.size, self.size)[None], n, axis=0)
        maps[row, :, split] = WALL
        maps[:, -2, -2] = GOAL
        maps[row, 1 + (u[:, 1] * (self.size - 3)).astype(np.int64), split] = LOCKED + YELLOW
        n_left = (split - 1) * inner
        agent, key = (u[:, 2] * n_left).astype(np.int64), (u[:, 3] * (n_left - 1)).astype(np.int64)
        key += key >= agent
        maps[row, 1 + key % inner, 1 + key // inner] = KEY + YELLOW
        return maps, 1 + agent // inner, 1 + agent % inner, (u[:, 4] * len(DX)).astype(np.int64)


def room(height: int, width: int) -> np.ndarray:
    """An empty room with walls around it, (height, width) uint8."""
    cells = np.full((height, width), WALL, np.uint8)
    cells[1:-1, 1:-1] = EMPTY
    return cells
