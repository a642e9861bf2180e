"""The grid's kernel: every rule of `touch` by hand, movement on paper, numbers of states."""

import numpy as np
import pytest

from simlib.mdp.grid import (
    AFTER,
    CLOSED,
    DONE,
    DROP,
    EMPTY,
    FORWARD,
    GOAL,
    HELD,
    KEY,
    LAVA,
    LEFT,
    LOCKED,
    N_CODES,
    OPEN,
    PICKUP,
    RIGHT,
    TOGGLE,
    UNSEEN,
    WALKS,
    WALL,
    GridState,
    touch,
)  # fmt: skip
from simlib.mdp.grid_layout import room

RED, YELLOW = 0, 4


@pytest.mark.parametrize(
    ("action", "hand", "front", "after"),
    [
        # (front afterwards, hand afterwards, walks)
        (FORWARD, EMPTY, EMPTY, (EMPTY, EMPTY, True)),
        (FORWARD, EMPTY, GOAL, (GOAL, EMPTY, True)),
        (FORWARD, EMPTY, LAVA, (LAVA, EMPTY, True)),
        (FORWARD, EMPTY, OPEN + RED, (OPEN + RED, EMPTY, True)),
        (FORWARD, EMPTY, CLOSED + RED, (CLOSED + RED, EMPTY, False)),
        (FORWARD, EMPTY, WALL, (WALL, EMPTY, False)),
        (FORWARD, EMPTY, KEY + RED, (KEY + RED, EMPTY, False)),
        (PICKUP, EMPTY, KEY + YELLOW, (EMPTY, KEY + YELLOW, False)),
        (PICKUP, KEY + RED, KEY + YELLOW, (KEY + YELLOW, KEY + RED, False)),
        (PICKUP, EMPTY, GOAL, (GOAL, EMPTY, False)),
        (DROP, KEY + RED, EMPTY, (KEY + RED, EMPTY, False)),
        (DROP, KEY + RED, OPEN + RED, (OPEN + RED, KEY + RED, False)),
        (DROP, KEY + RED, GOAL, (GOAL, KEY + RED, False)),
        (TOGGLE, EMPTY, CLOSED + YELLOW, (OPEN + YELLOW, EMPTY, False)),
        (TOGGLE, EMPTY, OPEN + YELLOW, (CLOSED + YELLOW, EMPTY, False)),
        (TOGGLE, EMPTY, LOCKED + YELLOW, (LOCKED + YELLOW, EMPTY, False)),
        (TOGGLE, KEY + RED, LOCKED + YELLOW, (LOCKED + YELLOW, KEY + RED, False)),
        (TOGGLE, KEY + YELLOW, LOCKED + YELLOW, (OPEN + YELLOW, KEY + YELLOW, False)),
        (TOGGLE, KEY + YELLOW, WALL, (WALL, KEY + YELLOW, False)),
        (DONE, KEY + RED, KEY + YELLOW, (KEY + YELLOW, KEY + RED, False)),
        (LEFT, EMPTY, EMPTY, (EMPTY, EMPTY, False)),
    ],
)
def test_the_rules_on_paper(action, hand, front, after):
    found = touch(np.array(action), np.array(hand), np.array(front))
    assert tuple(int(part) for part in found) == after
    entry = (action * N_CODES + hand) * N_CODES + front  # and so in the tables that rows are moved by
    assert (AFTER[entry], HELD[entry], WALKS[entry]) == after


def corner(n_rows: int = 1, **kwargs) -> GridState:
    """4 x 5 with a goal at x = 3, y = 1 and the agent at x = 1, y = 2, looking up."""
    cells = room(4, 5)
    cells[1, 3] = GOAL
    grid = GridState(n_rows, 4, 5, **kwargs)
    every = np.ones(n_rows, np.int64)
    grid.put(np.arange(n_rows), np.repeat(cells[None], n_rows, axis=0), every, 2 * every, 3 * every)
    return grid


def place(grid: GridState) -> tuple[int, int, int]:
    y, x = divmod(int(grid.place_of[grid.at[0]]), grid.width)
    return x, y, int(grid.direction[0])


def test_a_way_to_the_goal_on_paper():
    grid = corner()
    way = [
        (FORWARD, (1, 1, 3)),
        (FORWARD, (1, 1, 3)),
        (RIGHT, (1, 1, 0)),
        (FORWARD, (2, 1, 0)),
        (LEFT, (2, 1, 3)),
    ]
    for action, where in way:
        onto = grid.step(np.array([action]))
        assert place(grid) == where
        assert onto[0] in (UNSEEN, EMPTY)
    grid.step(np.array([RIGHT]))
    assert grid.step(np.array([FORWARD]))[0] == GOAL
    assert place(grid) == (3, 1, 0)


def test_the_state_s_number_on_paper():
    # place 2 * 5 + 1 = 11, direction 3
    assert corner().state().tolist() == [11 * 4 + 3]
    cells = room(4, 5)
    cells[1, 2], cells[2, 3], cells[0, 2] = KEY + RED, CLOSED + RED, LOCKED + RED
    grid = GridState(1, 4, 5, n_doors=2, has_key=True)
    grid.put(np.arange(1), cells[None], np.array([1]), np.array([1]), np.array([0]))
    # doors in reading order: locked (2) at 3^0, closed (1) at 3^1; the key at place 7 of 20
    number = (6 * 4 + 0) * 9 + 2 + 3
    assert grid.state().tolist() == [number * 21 + 7]
    grid.step(np.array([PICKUP]))
    assert grid.state().tolist() == [number * 21 + 20]
    grid.step(np.array([RIGHT]))
    grid.step(np.array([DROP]))  # below the agent, place 11
    assert grid.state().tolist() == [((6 * 4 + 1) * 9 + 2 + 3) * 21 + 11]
    assert grid.n_states == 20 * 4 * 9 * 21


def test_rows_do_not_touch_each_other(seed):
    rng = np.random.default_rng(seed)
    cells = room(5, 5)
    cells[1, 2], cells[3, 2], cells[2, 4] = KEY + RED, CLOSED + RED, LOCKED + RED
    maps = np.repeat(cells[None], 6, axis=0)
    x, y, d = rng.integers(1, 2, 6), rng.integers(1, 4, 6), rng.integers(4, size=6)
    many = GridState(6, 5, 5, 2, True)
    many.put(np.arange(6), maps, x, y, d)
    alone = [many.take(np.array([row])) for row in range(6)]
    for _ in range(400):
        action = rng.integers(7, size=6)
        onto = many.step(action)
        for row, one in enumerate(alone):
            assert one.step(action[row : row + 1])[0] == onto[row]
            assert one.state()[0] == many.state()[row]
            assert np.array_equal(one.cells[0], many.cells[row])
            assert one.hand[0] == many.hand[row]


def test_things_are_neither_made_nor_lost(seed):
    rng = np.random.default_rng(seed)
    cells = room(6, 6)
    cells[1, 2], cells[3, 3] = KEY + YELLOW, LOCKED + YELLOW
    grid = GridState(64, 6, 6, 1, True)
    every = np.ones(64, np.int64)
    grid.put(np.arange(64), np.repeat(cells[None], 64, axis=0), every, every, every)
    opened = 0
    for _ in range(300):
        grid.step(rng.integers(7, size=64))
        keys = ((grid.cells >= KEY) & (grid.cells < OPEN)).sum(axis=1) + (grid.hand != EMPTY)
        assert (keys == 1).all()
        doors = np.isin(grid.cells, [OPEN + YELLOW, CLOSED + YELLOW, LOCKED + YELLOW])
        assert (doors.sum(axis=1) == 1).all()
        carried = grid.key_at < 0
        assert np.array_equal(carried, grid.hand != EMPTY)
        assert (grid.cells[~carried, grid.key_at[~carried]] == KEY + YELLOW).all()
        opened = max(opened, int((grid.cells == OPEN + YELLOW).sum()))
    assert opened > 0  # so that the test saw what it is about


def test_maps_with_the_wrong_number_of_things_are_refused():
    with pytest.raises(ValueError, match=r"maps must hold 1 doors each; got 0 in 1 maps"):
        corner(n_doors=1)
