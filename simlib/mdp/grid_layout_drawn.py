"""Maps that are drawn step by step: rivers of lava, mazes, chains of rooms.

A map takes a generator of its own, `simlib.rng.stream(context, name)`, and some tenths of a millisecond; the
last KEPT ones are remembered, so that training on a few hundred contexts draws each once.

In this file: `DrawnLayout`, `LavaCrossing`, `Maze`, `MultiRoom`.
"""

from __future__ import annotations

import numpy as np

from simlib.mdp.grid import CLOSED, EMPTY, GOAL, LAVA, WALL
from simlib.mdp.grid_layout import Layout, Maps, room
from simlib.rng import stream
from simlib.validate import check_int

Drawn = tuple[np.ndarray, int, int, int]  # map, x, y, direction


class DrawnLayout(Layout):
    """A layout whose subclass draws one map: `draw(rng)`."""

    KEPT = 4096

    def __init__(self):
        self._kept: dict[int, Drawn] = {}

    def __call__(self, context: np.ndarray) -> Maps:
        drawn = [self._of(one) for one in np.asarray(context).tolist()]
        maps = np.array([one[0] for one in drawn]).reshape(-1, self.height, self.width)
        x, y, d = np.array([one[1:] for one in drawn], np.int64).reshape(-1, 3).T
        return maps, x, y, d

    def draw(self, rng: np.random.Generator) -> Drawn:
        """One map (height, width) uint8, and x, y and direction of the agent."""
        raise NotImplementedError

    def _of(self, context: int) -> Drawn:
        if context not in self._kept:
            if len(self._kept) >= self.KEPT:
                self._kept.pop(next(iter(self._kept)))
            self._kept[context] = self.draw(stream(context, f"grid/{type(self).__name__}"))
        return self._kept[context]


class LavaCrossing(DrawnLayout):
    """Rivers of lava across a room, one crossing in each, so that the goal in the far corner can be reached.

    size odd, >= 5; n_rivers at most size - 3, all there is room for. Episodes are cut after 4 size^2 steps.
    The law is MiniGrid-LavaCrossing's.
    """

    def __init__(self, size: int = 9, n_rivers: int = 1):
        super().__init__()
        if check_int("size", size, low=5) % 2 == 0:
            raise ValueError(f"size must be odd; got {size}")
        self.size = self.height = self.width = size
        self.n_rivers = check_int("n_rivers", n_rivers, low=1, high=size - 3)
        self.max_steps = 4 * size**2

    def draw(self, rng: np.random.Generator) -> Drawn:
        cells, size = room(self.size, self.size), self.size
        banks = np.arange(2, size - 2, 2)
        rivers = rng.permutation(2 * len(banks))[: self.n_rivers]
        down = sorted(banks[river] for river in rivers if river < len(banks))  # columns
        across = sorted(banks[river - len(banks)] for river in rivers if river >= len(banks))  # lines
        cells[1:-1, down], cells[across, 1:-1] = LAVA, LAVA
        cells[-2, -2] = GOAL
        # the crossings, in the order of a path that crosses each river once
        edges_x, edges_y, i, j = [0, *down, size - 1], [0, *across, size - 1], 0, 0
        for crosses_column in rng.permutation([True] * len(down) + [False] * len(across)):
            if crosses_column:
                cells[rng.integers(edges_y[j] + 1, edges_y[j + 1]), edges_x[i + 1]] = EMPTY
                i += 1
            else:
                cells[edges_y[j + 1], rng.integers(edges_x[i] + 1, edges_x[i + 1])] = EMPTY
                j += 1
        return cells, 1, 1, 0


class Maze(DrawnLayout):
    """A maze without loops, dug by depth-first search; from the centre to a dead end drawn at random.

    size odd, >= 7: cells at odd places, walls between them. Episodes are cut after 2 size^2 steps.
    """

    def __init__(self, size: int = 11):
        super().__init__()
        if check_int("size", size, low=7) % 2 == 0:
            raise ValueError(f"size must be odd; got {size}")
        self.size = self.height = self.width = size
        self.max_steps = 2 * size**2

    def draw(self, rng: np.random.Generator) -> Drawn:
        cells = np.full((self.size, self.size), WALL, np.uint8)
        start = self.size // 4 * 2 + 1
        cells[start, start], path = EMPTY, [(start, start)]
        while path:
            y, x = path[-1]
            beside = [(y + dy, x + dx) for dy, dx in ((-2, 0), (0, 2), (2, 0), (0, -2))]
            fresh = [(v, u) for v, u in beside if min(v, u) > 0 and max(v, u) < self.size]
            fresh = [place for place in fresh if cells[place] == WALL]
            if not fresh:
                path.pop()
                continue
            v, u = fresh[rng.integers(len(fresh))]
            cells[(y + v) // 2, (x + u) // 2] = cells[v, u] = EMPTY
            path.append((v, u))
        ends = [place for place in dead_ends(cells) if place != (start, start)]
        cells[ends[rng.integers(len(ends))]] = GOAL
        return cells, start, start, int(rng.integers(4))


def dead_ends(cells: np.ndarray) -> list[tuple[int, int]]:
    """The (y, x) of a maze's cells from which one way leads."""
    ways = cells != WALL
    around = sum(np.roll(ways, step, axis).astype(int) for step in (-1, 1) for axis in (0, 1))
    return [(int(y), int(x)) for y, x in np.argwhere(ways & (around == 1))]


class MultiRoom(DrawnLayout):
    """A chain of rooms with a closed door between neighbours, no colour twice in a row; from first to last.

    n_rooms in 2..6; room_size >= 4 the largest side of a room, walls included; size of the map. Episodes are
    cut after 20 n_rooms steps.
    Differs: MiniGrid-MultiRoom keeps a chain that is cut short and tries 8 doors; here a chain that cannot go
    on is thrown away, which gives other odds to the same kinds of maps.
    """

    def __init__(self, n_rooms: int = 6, room_size: int = 10, size: int = 25):
        super().__init__()
        self.n_rooms = check_int("n_rooms", n_rooms, low=2, high=6)
        self.room_size = check_int("room_size", room_size, low=4)
        self.size = self.height = self.width = check_int("size", size, low=2 * room_size)
        self.n_doors, self.max_steps = n_rooms - 1, 20 * n_rooms

    def draw(self, rng: np.random.Generator) -> Drawn:
        chain = None
        while chain is None:
            chain = self._chain(rng)
        rooms, doors = chain
        cells, colour = np.full((self.size, self.size), WALL, np.uint8), -1
        for x, y, w, h in rooms:
            cells[y + 1 : y + h - 1, x + 1 : x + w - 1] = EMPTY
        for x, y in doors:
            colour = (colour + 1 + int(rng.integers(5))) % 6 if colour >= 0 else int(rng.integers(6))
            cells[y, x] = CLOSED + colour
        agent, goal = _inside(rooms[0], rng), _inside(rooms[-1], rng)
        cells[goal[1], goal[0]] = GOAL
        return cells, *agent, int(rng.integers(4))

    def _chain(self, rng: np.random.Generator) -> tuple[list, list] | None:
        """Rooms (x, y, width, height) and the doors (x, y) between them, or None where it gets stuck."""
        w, h = rng.integers(4, self.room_size + 1, 2).tolist()
        rooms = [(int(rng.integers(self.size - w + 1)), int(rng.integers(self.size - h + 1)), w, h)]
        doors: list[tuple[int, int]] = []
        while len(rooms) < self.n_rooms:
            tries = (self._next(rooms[-1], rng) for _ in range(8))
            fits = (new for new in tries if self._fits(new[0], rooms))
            new = next(fits, None)
            if new is None:
                return None
            rooms.append(new[0])
            doors.append(new[1])
        return rooms, doors

    def _next(self, last: tuple, rng: np.random.Generator) -> tuple[tuple, tuple[int, int]]:
        """A room that shares a wall with the last one, and the door in that wall."""
        x, y, w, h = last
        side = int(rng.integers(4))
        w2, h2 = rng.integers(4, self.room_size + 1, 2).tolist()
        if side % 2 == 0:  # right or left: the door's line, then the new room's top around it
            door = (x + w - 1 if side == 0 else x, y + int(rng.integers(1, h - 1)))
            top = door[1] - int(rng.integers(1, h2 - 1))
            return (door[0] if side == 0 else x - w2 + 1, top, w2, h2), door
        door = (x + int(rng.integers(1, w - 1)), y + h - 1 if side == 1 else y)
        edge = door[0] - int(rng.integers(1, w2 - 1))
        return (edge, door[1] if side == 1 else y - h2 + 1, w2, h2), door

    def _fits(self, new: tuple, rooms: list) -> bool:
        """Inside the map, and of the rooms touching at most the last, at its wall."""
        x, y, w, h = new
        if x < 0 or y < 0 or x + w > self.size or y + h > self.size:
            return False
        return all(x + w <= a or a + c <= x or y + h <= b or b + d <= y for a, b, c, d in rooms[:-1])


def _inside(place: tuple, rng: np.random.Generator) -> tuple[int, int]:
    x, y, w, h = place
    return x + 1 + int(rng.integers(w - 2)), y + 1 + int(rng.integers(h - 2))
