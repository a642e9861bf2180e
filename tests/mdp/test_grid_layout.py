"""Maps: functions of their number alone, passable, and drawn by the law they say."""

from collections import deque

import numpy as np
import pytest

from simlib.mdp.grid import CLOSED, EMPTY, GOAL, KEY, LAVA, LOCKED, OPEN, WALL
from simlib.mdp.grid_layout import DoorKey, Empty, FourRooms, uniforms
from simlib.mdp.grid_layout_drawn import LavaCrossing, Maze, MultiRoom, dead_ends
from simlib.stats import ALPHA, check_counts, check_mean, detectable_gap

LAYOUTS = [Empty(6), FourRooms(), FourRooms(7), DoorKey(6), LavaCrossing(9, 3), Maze(11), MultiRoom(4, 6)]
MASK = 2**64 - 1


def slow_uniform(context: int, k: int) -> float:
    """SplitMix64 in Python's whole numbers."""

    def mix(z: int) -> int:
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9 & MASK
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB & MASK
        return z ^ (z >> 31)

    golden = 0x9E3779B97F4A7C15
    start = mix((context + golden) & MASK)
    return (mix((start + golden * (k + 1)) & MASK) >> 11) / 2**53


def test_uniforms_against_whole_numbers():
    contexts = np.array([0, 1, 77, 2**31 - 1, 2**62])
    found = uniforms(contexts, 4)
    assert found.tolist() == [[slow_uniform(int(c), k) for k in range(4)] for c in contexts]


def test_uniforms_of_neighbouring_contexts_are_uniform_and_unrelated(seed):
    n = 60_000
    u = uniforms(np.arange(seed, seed + n), 2)
    for part in (u[:, 0], u[:, 1]):
        check_mean(part, 0.5, 0, 1)
    cell = (u[:-1, 0] * 4).astype(int) * 4 + (u[1:, 0] * 4).astype(int)  # with the next context's
    check_counts(np.bincount(cell[::2], minlength=16), np.full(16, 1 / 16))
    cell = (u[:, 0] * 4).astype(int) * 4 + (u[:, 1] * 4).astype(int)  # with its own second
    check_counts(np.bincount(cell, minlength=16), np.full(16, 1 / 16))
    assert detectable_gap(n // 2, p=1 / 16, alpha=ALPHA / 16) < 0.02


@pytest.mark.parametrize("layout", LAYOUTS, ids=repr)
def test_a_map_is_a_function_of_its_number(layout):
    many = layout(np.arange(50))
    shuffled = np.random.default_rng(0).permutation(50)
    for whole, part in zip(many, layout(shuffled), strict=True):
        assert np.array_equal(whole[shuffled], part)
    assert many[0].shape == (50, layout.height, layout.width)
    if not isinstance(layout, Empty):
        assert len(np.unique(many[0], axis=0)) > 5


@pytest.mark.parametrize("layout", LAYOUTS, ids=repr)
def test_every_map_has_walls_around_one_goal_and_a_way_to_it(layout):
    maps, x, y, d = layout(np.arange(60))
    edges = (maps[:, 0], maps[:, -1], maps[:, :, 0], maps[:, :, -1])
    assert all((edge == WALL).all() for edge in edges)
    assert ((maps == GOAL).sum(axis=(1, 2)) == 1).all()
    assert (maps[np.arange(60), y, x] == EMPTY).all()
    assert ((d >= 0) & (d < 4)).all()
    doors = ((maps >= OPEN) & (maps < WALL)) | (maps >= CLOSED)
    assert (doors.sum(axis=(1, 2)) == layout.n_doors).all()
    for cells, column, line in zip(maps, x.tolist(), y.tolist(), strict=True):
        assert GOAL in reached(cells, line, column, (WALL, LAVA))


def reached(cells: np.ndarray, y: int, x: int, barred: tuple[int, ...]) -> set[int]:
    """The codes of all cells that can be walked to; doors are passed."""
    seen, queue = {(y, x)}, deque([(y, x)])
    while queue:
        v, u = queue.popleft()
        for place in ((v + 1, u), (v - 1, u), (v, u + 1), (v, u - 1)):
            if place not in seen and cells[place] not in barred:
                seen.add(place)
                queue.append(place)
    return {int(cells[place]) for place in seen}


def test_the_law_of_four_rooms(seed):
    n, layout = 40_000, FourRooms(7)
    maps, x, y, d = layout(np.arange(seed, seed + n))
    check_counts(np.bincount(d, minlength=4), np.full(4, 0.25))
    # gaps: in each half of each wall at one of two places
    for line in (maps[:, 1:3, 3], maps[:, 4:6, 3], maps[:, 3, 1:3], maps[:, 3, 4:6]):
        assert ((line != WALL).sum(axis=1) == 1).all()
        check_counts(np.bincount((line[:, 1] != WALL).astype(int), minlength=2), [0.5, 0.5])
    # 16 cells in rooms and 4 gaps: the agent in a gap in a fifth of all maps, the goal likewise
    check_counts(np.bincount(((x == 3) | (y == 3)).astype(int), minlength=2), [0.8, 0.2])
    row, goal_y, goal_x = np.nonzero(maps == GOAL)
    assert np.array_equal(row, np.arange(n))
    check_counts(np.bincount(((goal_x == 3) | (goal_y == 3)).astype(int), minlength=2), [0.8, 0.2])
    corner = np.bincount(((x == 1) & (y == 1)).astype(int), minlength=2)
    check_counts(corner, [0.95, 0.05])
    far = np.bincount(((goal_x == 5) & (goal_y == 5) & (x == 1) & (y == 1)).astype(int), minlength=2)
    check_counts(far, [1 - 1 / 20 / 19, 1 / 20 / 19])
    assert detectable_gap(n, p=0.05) < 0.01


def test_the_law_of_door_key(seed):
    n, layout = 40_000, DoorKey(6)
    maps, x, y, _ = layout(np.arange(seed, seed + n))
    _, door_y, door_x = np.nonzero(maps == LOCKED + 4)
    _, key_y, key_x = np.nonzero(maps == KEY + 4)
    assert (x < door_x).all()
    assert (key_x < door_x).all()
    assert ((x != key_x) | (y != key_y)).all()
    check_counts(np.bincount(door_x - 2, minlength=2), [0.5, 0.5])
    check_counts(np.bincount(door_y - 1, minlength=3), np.full(3, 1 / 3))
    narrow = door_x == 2  # four cells for the agent, three are left for the key
    place = (y[narrow] - 1) * 4 + key_y[narrow] - 1
    check_counts(np.bincount(place, minlength=16), np.where(np.eye(4).ravel(), 0, 1 / 12))
    assert detectable_gap(int(narrow.sum()), p=1 / 12, alpha=ALPHA / 16) < 0.02


def test_rivers_are_crossed_by_one_gap_each():
    layout = LavaCrossing(9, 3)
    maps, x, y, _ = layout(np.arange(100))
    assert (x == 1).all()
    assert (y == 1).all()
    for cells in maps:
        rivers = [line for line in (*cells[2:-2:2], *cells.T[2:-2:2]) if (line == LAVA).sum() >= 4]
        assert len(rivers) == 3


def test_a_maze_has_no_loops_and_ends_in_a_dead_end():
    maps, *_ = Maze(11)(np.arange(40))
    for cells in maps:
        ways = cells != WALL
        steps = (ways[1:] & ways[:-1]).sum() + (ways[:, 1:] & ways[:, :-1]).sum()
        assert steps == ways.sum() - 1  # a tree
        assert ways[1::2, 1::2].all()
        assert tuple(np.argwhere(cells == GOAL)[0]) in dead_ends(cells)


def test_rooms_lie_in_a_chain_of_doors_with_other_colours():
    layout = MultiRoom(4, 6, 20)
    maps, x, y, _ = layout(np.arange(60))
    for cells, column, line in zip(maps, x.tolist(), y.tolist(), strict=True):
        # the goal is behind all doors: with any one shut for good there is no way
        for v, u in np.argwhere(cells >= CLOSED):
            shut = cells.copy()
            shut[v, u] = WALL
            assert GOAL not in reached(shut, line, column, (WALL,))


def test_wrong_sizes_are_refused():
    with pytest.raises(ValueError, match=r"size must be odd; got 8"):
        FourRooms(8)
    with pytest.raises(ValueError, match=r"n_rivers must be an int in \[1, 6\]; got 7"):
        LavaCrossing(9, 7)
    with pytest.raises(ValueError, match=r"n_rooms must be an int in \[2, 6\]; got 1"):
        MultiRoom(1)
