"""Mazes: trees with a goal at a dead end, steps against the exact grid world, fresh ones all different."""

import numpy as np
import pytest

from simlib.mdp.maze import MazePool, carve, distances


def test_a_maze_is_a_tree_over_all_rooms(seed):
    rng = np.random.default_rng(seed)
    for cells in (2, 3, 5, 6):
        walls = carve(cells, rng)
        free = ~walls
        assert walls.shape == (2 * cells + 1,) * 2
        assert free[1::2, 1::2].all()
        ways = (free[1:] & free[:-1]).sum() + (free[:, 1:] & free[:, :-1]).sum()
        assert ways == free.sum() - 1  # a connected graph with one edge less than nodes has no loop
        assert (distances(walls, (1, 1)) >= 0).sum() == free.sum()
        assert walls[[0, -1]].all()
        assert walls[:, [0, -1]].all()


def test_distances_on_paper():
    walls = np.array([[c == "#" for c in row] for row in ("..#", "#..", "..#")])
    assert distances(walls, (0, 0)).tolist() == [[0, 1, -1], [-1, 2, 3], [4, 3, -1]]


def test_goals_are_dead_ends_far_enough(seed):
    pool = MazePool(100, cells=5, least=14, rng=np.random.default_rng(seed))
    for maze in range(100):
        walls = pool.walls[maze].reshape(11, 11)
        far = distances(walls, (5, 5)).ravel()
        goal = pool.goal[maze]
        doors = sum(not walls.ravel()[goal + step] for step in pool.steps)
        assert far[goal] >= 14 or far[goal] == far.max()
        assert doors == 1


def test_steps_are_those_of_the_exact_grid_world():
    pool = MazePool(3, cells=3, least=4, rng=np.random.default_rng(1))
    for maze in range(3):
        mdp = pool.to_mdp(maze)
        number = {int(row * 7 + column): i for i, (row, column) in enumerate(mdp.cells)}
        index = mdp.transition.successors()
        for place, state in number.items():
            if mdp.terminal[state]:
                continue
            reached, won = pool.step(np.full(4, maze), np.full(4, place), np.arange(4))
            assert [number[int(r)] for r in reached] == list(index.next_state[state, :, 0])
            assert np.array_equal(won * 1.0, mdp.reward[state])


def test_steps_broadcast_over_episodes():
    pool = MazePool(4, cells=2, least=2, rng=np.random.default_rng(2))
    maze, place = np.array([2, 0]), np.full((2, 3), pool.start)
    action = np.array([[0, 1, 2], [3, 2, 1]])
    reached, _ = pool.step(maze, place, action)
    for run, episode in np.ndindex(2, 3):
        one, _ = pool.step(maze[run : run + 1], place[run, :1], action[run, episode : episode + 1])
        assert reached[run, episode] == one[0]


def test_mazes_differ():
    pool = MazePool(50, rng=np.random.default_rng(3))
    assert len(np.unique(pool.walls, axis=0)) == len(pool) == 50


def test_bad_numbers_are_refused():
    rng = np.random.default_rng(0)
    with pytest.raises(ValueError, match="cells must be an int >= 2; got 1"):
        carve(1, rng)
    with pytest.raises(ValueError, match=r"maze must be an int in \[0, 1\]; got 2"):
        MazePool(2, rng=rng).to_mdp(2)
