"""One map of the grid as a tabular MDP, so that planning gives the truth for what is learnt.

All states that can be reached from the map's start are found breadth first, through the same kernel that
moves the environment's rows: nothing is written down twice.

The environment pays 1 - 0.9 t / max_steps in step t, which depends on the clock. Either the MDP pays 1 at the
goal and leaves haste to the discount, or its states carry the clock (`timed`), and its rewards are exact.

In this file: `GridMDP`, `to_mdp`.
"""

from __future__ import annotations

import numpy as np

from simlib.mdp.grid import GOAL, LAVA, N_ACTIONS, GridState
from simlib.mdp.grid_layout import Layout
from simlib.mdp.tabular import TabularMDP
from simlib.mdp.transition import Successors
from simlib.validate import check_int


class GridMDP(TabularMDP):
    """A TabularMDP of a map. `code` (S,): what the environment with obs="state" shows in each state.

    With a clock of T steps, state k * T + t is `code[k]` after t steps; the last state is the end of time.
    """

    code: np.ndarray


def to_mdp(
    layout: Layout,
    context: int = 0,
    discount: float = 0.99,
    timed: bool = False,
    max_steps: int | None = None,
) -> GridMDP:
    """P and R of the map of one context, state 0 its start.

    Not timed: walking onto the goal pays 1, and nothing is cut short. Timed: the exact reward of the
    environment with max_steps (by default the layout's), whose cut is the end of time, a terminal state.
    Cost: S * 7 steps of the kernel, S the states in reach: about 0.1 s for 1e5; timed, S * T states.
    """
    grid = GridState(1, layout.height, layout.width, layout.n_doors, layout.has_key)
    grid.put(np.arange(1), *layout(np.array([context])))
    code, reached, onto = _explored(grid)
    number = np.full(grid.n_states, -1)
    number[code] = np.arange(len(code))
    follows, paid = number[reached], (onto == GOAL).astype(float)
    ends = np.zeros(len(code), bool)
    ends[follows[(onto == GOAL) | (onto == LAVA)]] = True
    if timed:
        longest = layout.max_steps if max_steps is None else check_int("max_steps", max_steps, low=1)
        follows, paid, ends = _with_clock(follows, paid, ends, longest)
    slots = follows[..., None]
    mdp = GridMDP(Successors(slots, np.ones(slots.shape)), paid, discount, 0, ends)
    mdp.code = code
    return mdp


def _explored(grid: GridState) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The states in reach (S,) in the order found, the states reached from them and the cells walked onto.

    Both (S, 7); nothing is tried in states that end an episode: they lead to themselves.
    """
    seen = np.zeros(grid.n_states, bool)
    seen[grid.state()] = True
    over, codes, reached, onto = np.zeros(1, bool), [], [], []
    while grid.n_rows:
        code = grid.state()
        tried = grid.take(np.repeat(np.arange(grid.n_rows), N_ACTIONS))
        cell = tried.step(np.tile(np.arange(N_ACTIONS), grid.n_rows))
        after, stays = tried.state(), np.repeat(over, N_ACTIONS)
        after, cell = np.where(stays, np.repeat(code, N_ACTIONS), after), np.where(stays, 0, cell)
        codes.append(code)
        reached.append(after.reshape(-1, N_ACTIONS))
        onto.append(cell.reshape(-1, N_ACTIONS))
        new, first = np.unique(after, return_index=True)
        first = first[~seen[new]]
        seen[new] = True
        grid, over = tried.take(first), (cell[first] == GOAL) | (cell[first] == LAVA)
    return np.concatenate(codes), np.concatenate(reached), np.concatenate(onto)


def _with_clock(follows: np.ndarray, paid: np.ndarray, ends: np.ndarray, longest: int) -> tuple:
    """The same with states k * T + t, T = longest, and a last state in which time is over."""
    n, over = len(follows), len(follows) * longest
    t = np.arange(longest)[None, :, None]
    later = np.where(t + 1 < longest, follows[:, None, :] * longest + t + 1, over)
    later = np.concatenate([later.reshape(over, N_ACTIONS), np.full((1, N_ACTIONS), over)])
    pay = (paid[:, None, :] * (1 - 0.9 * (t + 1) / longest)).reshape(over, N_ACTIONS)
    pay = np.concatenate([pay, np.zeros((1, N_ACTIONS))])
    return later, pay, np.append(np.repeat(ends, longest).reshape(n * longest), True)
