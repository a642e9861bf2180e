"""Mazes without loops, carved at random: many worlds of one size, so that a place in one has a place in all.

Carving walks from cell to cell at random, breaking the wall between, and goes back where all neighbours were
visited (depth-first search). So there is exactly one way between any two cells, and every dead end is a
detour. The goal is a dead end, drawn among those far enough from the start.

In this file: `carve`, one maze; `distances`; `MazePool`, many of them in one array.
"""

from __future__ import annotations

from collections import deque

import numpy as np

from simlib.mdp.gridworld import MOVES, GridWorld
from simlib.validate import check_int, check_real


def carve(cells: int, rng: np.random.Generator) -> np.ndarray:
    """A maze of cells x cells rooms as walls (n, n) bool, n = 2 * cells + 1; room (i, j) is at (2i+1, 2j+1).

    It begins in the room in the middle and takes neighbours in random order.
    """
    size = 2 * check_int("cells", cells, low=2) + 1
    walls = np.ones((size, size), bool)
    middle = 2 * (cells // 2) + 1
    walls[middle, middle] = False
    trail = [(middle, middle)]
    while trail:
        row, column = trail[-1]
        for down, right in MOVES[rng.permutation(4)]:
            there = row + 2 * down, column + 2 * right
            if 0 < there[0] < size and 0 < there[1] < size and walls[there]:
                walls[row + down, column + right] = walls[there] = False
                trail.append((int(there[0]), int(there[1])))
                break
        else:
            trail.pop()
    return walls


def distances(walls: np.ndarray, start: tuple[int, int]) -> np.ndarray:
    """Steps from the start to each free place of walls (n, n), -1 where there is a wall or no way."""
    far = np.full(walls.shape, -1)
    far[start] = 0
    queue = deque([start])
    while queue:
        row, column = queue.popleft()
        for down, right in MOVES:
            there = int(row + down), int(column + right)
            inside = 0 <= there[0] < walls.shape[0] and 0 <= there[1] < walls.shape[1]
            if inside and not walls[there] and far[there] < 0:
                far[there] = far[row, column] + 1
                queue.append(there)
    return far


class MazePool:
    """`n_mazes` mazes of cells x cells rooms, each with a goal; all start in the middle.

    least: the goal is at least so many steps away, where a dead end is; else it is the farthest place.
    Places are numbers row * n + column. Afterwards: `size` n, `walls` (M, n * n) bool, `goal` (M,) int,
    `start` int, `steps` (4,): what an action (up, right, down, left) adds to a place.
    Raises: ValueError for numbers out of range.
    """

    def __init__(self, n_mazes: int, cells: int = 5, least: int = 16, *, rng: np.random.Generator):
        n_mazes, self.cells = check_int("n_mazes", n_mazes, low=1), check_int("cells", cells, low=2)
        self.least, self.size = check_int("least", least, low=1), 2 * cells + 1
        middle = 2 * (cells // 2) + 1
        self.start = middle * self.size + middle
        self.steps: np.ndarray = (MOVES * [self.size, 1]).sum(axis=1)
        mazes = [carve(cells, rng) for _ in range(n_mazes)]
        self.walls = np.array(mazes).reshape(n_mazes, -1)
        self.goal = np.array([self._goal(maze, (middle, middle), rng) for maze in mazes])

    def __len__(self) -> int:
        return len(self.walls)

    def _goal(self, walls: np.ndarray, start: tuple[int, int], rng: np.random.Generator) -> int:
        far, free = distances(walls, start).ravel(), ~walls
        doors = np.sum([np.roll(free, shift, axis=(0, 1)) for shift in MOVES], axis=0)  # the edge is all wall
        ends = np.flatnonzero((far >= self.least) & (doors == 1).ravel())
        return int(rng.choice(ends)) if len(ends) else int(far.argmax())

    def step(self, maze: np.ndarray, place: np.ndarray, action: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The place reached in each maze (R,) int by one action, and whether it is the goal.

        place, action of one shape (R, ...) or (R,); a wall leaves you where you are.
        """
        there: np.ndarray = place + self.steps[action]
        maze = maze.reshape(-1, *[1] * (np.ndim(place) - 1))
        reached = np.where(self.walls[maze, there], place, there)
        return reached, reached == self.goal[maze]

    def text(self, maze: int) -> str:
        """One maze as a map for `GridWorld`."""
        letters = np.where(self.walls[maze], "#", ".")
        letters[self.start], letters[self.goal[maze]] = "S", "G"
        return "\n".join("".join(row) for row in letters.reshape(self.size, self.size))

    def to_mdp(self, maze: int, discount: float = 0.95) -> GridWorld:
        """One maze as an exact MDP; its `cells` are the free places in reading order."""
        maze = check_int("maze", maze, low=0, high=len(self) - 1)
        discount = check_real("discount", discount, 0, 1, open_high=True)
        return GridWorld(self.text(maze), discount=discount)
