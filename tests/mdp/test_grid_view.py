"""The view: one line of light by hand, all lines against a walk over the cells, what a closed door hides."""

import numpy as np

from simlib.mdp.grid import CLOSED, EMPTY, GOAL, KEY, LOCKED, OPEN, WALL, GridState
from simlib.mdp.grid_layout import room
from simlib.mdp.grid_view import MINIGRID, GridView, spread


def bits(text: str) -> np.ndarray:
    return np.array(int(text, 2))


def test_one_line_of_light_on_paper():
    # all clear: light spreads over the whole line and leaves everywhere
    assert [int(part) for part in spread(bits("0001000"), bits("1111111"))] == [0b1111111, 0b1111111]
    # walls at columns 1 and 5: they are seen, and light leaves to the next line beside them too
    assert [int(part) for part in spread(bits("0001000"), bits("1011101"))] == [0b0111110, 0b0111110]
    # nothing clear where light enters: it is seen, and that is all
    assert [int(part) for part in spread(bits("0001000"), bits("1110111"))] == [0b0001000, 0]
    # one clear cell: its neighbours are seen, light leaves by three columns
    assert [int(part) for part in spread(bits("0001000"), bits("0001000"))] == [0b0011100, 0b0011100]
    # at the right edge a lit clear cell is never left to the right, but lights its left
    assert [int(part) for part in spread(bits("0000001"), bits("0000001"))] == [0b0000011, 0b0000011]


def slow_lines(clear: np.ndarray) -> np.ndarray:
    """MiniGrid's walk over a view, cell by cell; clear (line, column) bool, the agent in the last line."""
    seen = np.zeros((8, 7), bool)  # one line more, behind the last
    seen[6, 3] = True
    for j in range(6, -1, -1):
        for i in range(6):
            if seen[j, i] and clear[j, i]:
                seen[j, i + 1] = True
                if j > 0:
                    seen[j - 1, i + 1] = seen[j - 1, i] = True
        for i in range(6, 0, -1):
            if seen[j, i] and clear[j, i]:
                seen[j, i - 1] = True
                if j > 0:
                    seen[j - 1, i - 1] = seen[j - 1, i] = True
    return seen[:7]


def test_what_is_seen_is_what_a_slow_walk_sees(seed):
    rng, n = np.random.default_rng(seed), 300
    codes = np.array([EMPTY, WALL, GOAL, KEY + 1, CLOSED + 2, OPEN + 3, LOCKED + 4], np.uint8)
    maps = rng.choice(codes, (n, 9, 11), p=[0.5, 0.2, 0.06, 0.06, 0.06, 0.06, 0.06])
    maps[:, [0, -1]], maps[:, :, [0, -1]] = WALL, WALL
    grid, rows = GridState(n, 9, 11), np.arange(n)
    x, y, d = rng.integers(1, 10, n), rng.integers(1, 8, n), rng.integers(4, size=n)
    grid.put(rows, maps, x, y, d)
    grid.hand[::2] = KEY + 5
    image = GridView(grid.stride).image(grid.flat, grid.base + grid.at, grid.direction, grid.hand)
    assert (image.shape, image.dtype, image.flags.c_contiguous) == ((n, 7, 7, 3), np.uint8, True)
    for row in range(n):
        wide = np.pad(maps[row], 6, constant_values=WALL)
        # turn the map until the agent looks up, then cut the view out
        turned = np.rot90(wide, (d[row] + 1) % 4)
        mark = np.zeros(wide.shape, bool)
        mark[y[row] + 6, x[row] + 6] = True
        v, u = np.argwhere(np.rot90(mark, (d[row] + 1) % 4))[0]
        view = turned[v - 6 : v + 1, u - 3 : u + 4]
        seen = slow_lines(view < WALL)
        view = np.where(seen, view, 0)
        view[6, 3] = grid.hand[row]
        assert np.array_equal(image[row].transpose(1, 0, 2), MINIGRID[view])


def looking_at(front: int) -> np.ndarray:
    """Types seen straight ahead, the nearest first, through `front`, with a goal behind it."""
    cells = room(9, 9)
    cells[6, 1:-1] = WALL
    cells[6, 4], cells[4, 4] = front, GOAL
    grid = GridState(1, 9, 9)
    grid.put(np.arange(1), cells[None], np.array([4]), np.array([7]), np.array([3]))
    image = GridView(grid.stride).image(grid.flat, grid.base + grid.at, grid.direction, grid.hand)
    return image[0, 3, ::-1, 0]


def test_closed_doors_hide_and_keys_do_not():
    assert looking_at(CLOSED + 1).tolist() == [1, 4, 0, 0, 0, 0, 0]
    assert looking_at(LOCKED + 1).tolist() == [1, 4, 0, 0, 0, 0, 0]
    assert looking_at(OPEN + 1).tolist() == [1, 4, 1, 8, 1, 1, 1]
    assert looking_at(KEY + 1).tolist() == [1, 5, 1, 8, 1, 1, 1]


def test_minigrid_s_numbers_on_paper():
    assert MINIGRID[WALL].tolist() == [2, 5, 0]
    assert MINIGRID[LOCKED + 4].tolist() == [4, 4, 2]
    assert MINIGRID[CLOSED + 2].tolist() == [4, 2, 1]
    assert MINIGRID[KEY + 3].tolist() == [5, 3, 0]
    assert len(np.unique(MINIGRID, axis=0)) == len(MINIGRID)
