"""Gridworlds drawn in letters, as tabular MDPs.

    #######
    #S...G#        # wall, . or space free, S start, G goal (+1, ends), L lava (-1, ends)
    #.#.#.#
    #....L#        an action goes up, right, down or left; a wall leaves you where you are
    #######

With probability `slip` the move goes in a direction drawn uniformly from all four instead.

In this file: `GridWorld`, `parse`, `MOVES`, `ARROWS`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping

import numpy as np

from simlib.mdp.tabular import TabularMDP
from simlib.mdp.transition import Successors
from simlib.validate import check_real

MOVES = np.array([(-1, 0), (0, 1), (1, 0), (0, -1)])  # up, right, down, left: (row, column)
ARROWS = "↑→↓←"
FREE = ". S"
REWARDS = {"G": 1.0, "L": -1.0}


class GridWorld(TabularMDP):
    """A map as an MDP: the free cells are its states, numbered in reading order.

    text: the map, lines of one width, without a border the edge is a wall; slip in [0, 1];
    rewards: what arriving at a letter pays, by default +1 at G and -1 at L; these letters end the episode,
    save those in `lasting`; step_reward: added to every move; discount in [0, 1).

    Afterwards: `cells` (S, 2) int, row and column of each state; `walls` (rows, columns) bool;
    `letters` (S,), the letter of each state.
    Raises: ValueError for unknown letters (line and column), ragged lines, no start, a goal out of reach.
    """

    def __init__(
        self,
        text: str,
        slip: float = 0.0,
        discount: float = 0.95,
        rewards: Mapping[str, float] | None = None,
        step_reward: float = 0.0,
        lasting: str = "",
    ):
        self.slip = check_real("slip", slip, 0, 1)
        pays = dict(REWARDS if rewards is None else rewards)
        letters = parse(text, FREE + "#" + "".join(pays))
        self.walls = letters == "#"
        self.cells = np.argwhere(~self.walls)
        self.letters = letters[~self.walls]
        moved = self._moved()
        _check_reach(moved, self.letters, pays)
        arrived = np.array([pays.get(letter, 0.0) for letter in self.letters]) + step_reward
        slots = np.concatenate([moved[..., None], np.repeat(moved[:, None, :], 4, axis=1)], axis=-1)
        probs = np.broadcast_to([1 - self.slip] + [self.slip / 4] * 4, slots.shape)
        start = (self.letters == "S") / (self.letters == "S").sum()
        ends = np.isin(self.letters, [letter for letter in pays if letter not in lasting])
        super().__init__(Successors(slots, probs), arrived[slots], discount, start, ends)

    def _moved(self) -> np.ndarray:
        """The state after each move that does not slip, (S, 4)."""
        rows, columns = self.walls.shape
        number = np.full((rows, columns), -1)
        number[~self.walls] = np.arange(len(self.cells))
        goal = self.cells[:, None, :] + MOVES
        inside = ((goal >= 0) & (goal < (rows, columns))).all(axis=-1)
        reached = number[goal[..., 0].clip(0, rows - 1), goal[..., 1].clip(0, columns - 1)]
        stay = np.arange(len(self.cells))[:, None]
        return np.where(inside & (reached >= 0), reached, stay)

    def state_at(self, row: int, column: int) -> int:
        """The number of a free cell. Raises: ValueError for a wall or a place outside."""
        found = np.flatnonzero((self.cells == (row, column)).all(axis=-1))
        if not found.size:
            raise ValueError(f"row and column must be those of a free cell; got {row}, {column}")
        return int(found[0])

    def on_map(self, values: np.ndarray, wall: float = np.nan) -> np.ndarray:
        """Numbers of states (S,) as a picture (rows, columns), with `wall` where there is none."""
        picture = np.full(self.walls.shape, wall, dtype=float)
        picture[~self.walls] = values
        return picture


def parse(text: str, known: str) -> np.ndarray:
    """The letters of a map, (rows, columns); empty lines around it and a common indent do not count.

    Raises: ValueError naming line and column (from 1) of a letter that is not `known`, or a line of
    another width.
    """
    lines = text.split("\n")
    while lines and not lines[0].strip():
        lines.pop(0)
    while lines and not lines[-1].strip():
        lines.pop()
    if not lines:
        raise ValueError("text must hold a map; got none")
    indent = min(len(line) - len(line.lstrip()) for line in lines) if "#" in text else 0
    lines = [line[indent:].rstrip("\r") for line in lines]
    for i, line in enumerate(lines, 1):
        if len(line) != len(lines[0]):
            raise ValueError(f"text must have lines of one width, {len(lines[0])}; line {i} has {len(line)}")
        for j, letter in enumerate(line, 1):
            if letter not in known:
                shown = " ".join(sorted(set(known) - {" "}))
                raise ValueError(f"text must hold letters of {shown}; got {letter!r} in line {i}, column {j}")
    return np.array([list(line) for line in lines])


def _check_reach(moved: np.ndarray, letters: np.ndarray, pays: Mapping[str, float]) -> None:
    """Raises: ValueError where there is no start, or a paying goal that no path leads to."""
    if not (letters == "S").any():
        raise ValueError("text must hold a start S; got none")
    seen = set(np.flatnonzero(letters == "S").tolist())
    queue = deque(seen)
    while queue:
        for state in moved[queue.popleft()].tolist():
            if state not in seen:
                seen.add(state)
                queue.append(state)
    for state in np.flatnonzero([pays.get(letter, 0.0) > 0 for letter in letters]).tolist():
        if state not in seen:
            raise ValueError(f"text must let every goal be reached; {letters[state]} at state {state} cannot")
