"""Pictures: sizes, colours at known places, the agent's arrow, mosaics, animations as text."""

import numpy as np
import pytest

from simlib.mdp.grid import GOAL, KEY, LOCKED, WALL, GridState
from simlib.mdp.grid_env import Grid, GridVec
from simlib.mdp.grid_layout import Empty, FourRooms, room
from simlib.mdp.render import AGENT, GREEN, HUES, STONE, TILE, animate, mosaic, paint


def picture(direction: int = 0) -> np.ndarray:
    cells = room(4, 6)
    cells[1, 4], cells[2, 2], cells[0, 3] = GOAL, KEY + 2, LOCKED + 4
    grid = GridState(1, 4, 6)
    grid.put(np.arange(1), cells[None], np.array([1]), np.array([2]), np.array([direction]))
    return paint(grid)[0]


def tile(image: np.ndarray, x: int, y: int) -> np.ndarray:
    return image[y * TILE : (y + 1) * TILE, x * TILE : (x + 1) * TILE]


def test_tiles_have_their_colours():
    image = picture()
    assert (image.shape, image.dtype) == ((4 * TILE, 6 * TILE, 3), np.uint8)
    assert tuple(tile(image, 0, 0)[8, 8]) == STONE
    assert tuple(tile(image, 4, 1)[8, 8]) == GREEN
    assert (tile(image, 2, 2) == HUES[2]).all(axis=-1).sum() > 10
    assert tuple(tile(image, 3, 0)[2, 8]) == tuple(HUES[4])
    assert (image == AGENT).all(axis=-1).sum() == (tile(image, 1, 2) == AGENT).all(axis=-1).sum() > 30


def test_the_arrow_points_where_the_agent_looks():
    # the triangle's base is wide, its tip narrow: its middle lies behind the tile's
    for direction, (dy, dx) in enumerate([(0, 1), (1, 0), (0, -1), (-1, 0)]):
        covered = np.argwhere((tile(picture(direction), 1, 2) == AGENT).all(axis=-1))
        y, x = covered.mean(axis=0) - (TILE - 1) / 2
        assert (dy * y + dx * x) < -0.3
        assert abs(dy * x) + abs(dx * y) < 0.2


def test_environments_show_pictures_only_when_asked():
    env = Grid(Empty(5), render_mode="rgb_array")
    env.reset(seed=0)
    assert env.render().shape == (80, 80, 3)
    silent = Grid(Empty(5))
    silent.reset(seed=0)
    assert silent.render() is None
    many = GridVec(FourRooms(7), 3, render_mode="rgb_array")
    many.reset(seed=0)
    frames = many.render()
    assert len(frames) == 3
    assert not np.array_equal(frames[0], frames[1])
    before = frames[0].copy()
    for _ in range(5):
        many.step(np.full(3, 2))
    assert np.array_equal(frames[0], before)


def test_a_mosaic_on_paper():
    ones = np.stack([np.full((2, 3, 3), shade, np.uint8) for shade in (10, 20, 30)])
    whole = mosaic(ones, gap=1)
    assert whole.shape == (5, 7, 3)
    assert whole[0, 0, 0] == 10
    assert whole[0, 4, 0] == 20
    assert whole[3, 0, 0] == 30
    assert (whole[2] == 255).all()
    assert (whole[3:, 4:] == 255).all()


def test_an_animation_is_a_page_s_element_with_thinned_frames():
    frames = [np.full((4, 6, 3), shade, np.uint8) for shade in range(100)]
    page = animate(frames, limit=5)
    assert page.count("data:image/png;base64") == 5
    assert "<script" in page


def test_walls_are_not_floor():
    assert tuple(picture()[8, 8]) != tuple(picture()[TILE + 8, TILE + 8])
    assert (room(3, 3) == WALL).sum() == 8


@pytest.mark.parametrize("rows", [np.array([1]), slice(0, 2)])
def test_some_rows_can_be_painted(rows):
    env = GridVec(FourRooms(7), 3)
    env.reset(seed=1)
    assert np.array_equal(paint(env.grid, rows), paint(env.grid)[rows])
