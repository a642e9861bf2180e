"""Pictures of grids, without pygame: a palette, and cells blown up to tiles.

In this file: `paint`, `mosaic`, `animate`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from simlib.mdp.grid import CLOSED, EMPTY, GOAL, KEY, LAVA, LOCKED, N_CODES, OPEN, PAD, WALL, GridState

TILE = 16
HUES = np.array(
    [(213, 94, 0), (0, 158, 115), (0, 114, 178), (148, 86, 165), (240, 200, 60), (120, 120, 120)], np.uint8
)  # red, green, blue, purple, yellow, grey: told apart also by the colour-blind
FLOOR, STONE, GREEN, ORANGE = (246, 246, 244), (86, 86, 90), (0, 158, 115), (230, 120, 30)
AGENT = (200, 30, 60)


def _tiles() -> np.ndarray:
    """A tile for each code of a cell, (code, TILE, TILE, 3) uint8."""
    tiles = np.zeros((N_CODES, TILE, TILE, 3), np.uint8)
    tiles[:] = FLOOR
    tiles[0] = 0
    for code, colour in ((EMPTY, FLOOR), (GOAL, GREEN), (LAVA, ORANGE), (WALL, STONE)):
        tiles[code] = colour
    for hue, colour in enumerate(HUES):
        tiles[KEY + hue, 3:8, 5:11], tiles[KEY + hue, 8:14, 7:9], tiles[KEY + hue, 11:14, 9:11] = (
            colour,
        ) * 3
        tiles[KEY + hue, 5:6, 7:9] = FLOOR
        tiles[OPEN + hue, :, :2] = colour
        tiles[CLOSED + hue], tiles[CLOSED + hue, 3:-3, 3:-3] = colour, FLOOR
        tiles[LOCKED + hue], tiles[LOCKED + hue, 6:10, 7:9] = colour, 0
    tiles[:, 0], tiles[:, :, 0] = (
        tiles[:, 0] // 10 * 9,
        tiles[:, :, 0] // 10 * 9,
    )  # a faint line between cells
    return tiles


def _arrows() -> np.ndarray:
    """Where the agent's triangle covers its tile, for each direction, (4, TILE, TILE) bool."""
    line, column = np.mgrid[:TILE, :TILE] + 0.5
    right = (column > 3) & (np.abs(line - TILE / 2) < (TILE - 2 - column) * 0.5)
    return np.stack([np.rot90(right, -turns) for turns in range(4)])


def paint(grid: GridState, rows: Any = slice(None)) -> np.ndarray:
    """Pictures (n, 16 height, 16 width, 3) uint8 of these rows of a grid, the agents as triangles."""
    lines = grid.cells.reshape(grid.n_rows, -1, grid.stride)[rows]
    maps = lines[:, PAD : PAD + grid.height, : grid.width]
    pictures = _tiles()[maps].transpose(0, 1, 3, 2, 4, 5)
    pictures = pictures.reshape(len(maps), grid.height * TILE, grid.width * TILE, 3)
    place, arrows = grid.place_of[grid.at[rows]], _arrows()
    for picture, where, direction in zip(pictures, place, grid.direction[rows], strict=True):
        y, x = where // grid.width * TILE, where % grid.width * TILE
        picture[y : y + TILE, x : x + TILE][arrows[direction]] = AGENT
    return pictures


def mosaic(
    pictures: Sequence[np.ndarray] | np.ndarray, columns: int | None = None, gap: int = 4
) -> np.ndarray:
    """Pictures of one size (n, height, width, 3) side by side, white between them, as square as can be."""
    n, height, width, _ = np.shape(pictures)
    columns = math.ceil(math.sqrt(n)) if columns is None else columns
    lines = math.ceil(n / columns)
    whole = np.full((lines * (height + gap) - gap, columns * (width + gap) - gap, 3), 255, np.uint8)
    for i, picture in enumerate(pictures):
        y, x = i // columns * (height + gap), i % columns * (width + gap)
        whole[y : y + height, x : x + width] = picture
    return whole


def animate(frames: Sequence[np.ndarray], fps: int = 8, limit: int = 60) -> str:
    """Pictures one after another as a page's element with buttons (HTML with its script), for notebooks.

    More than `limit` frames are thinned evenly, so that a page stays small. matplotlib is loaded now.
    """
    import matplotlib
    from matplotlib.animation import FuncAnimation
    from matplotlib.figure import Figure

    chosen = np.linspace(0, len(frames) - 1, min(limit, len(frames))).round().astype(int)
    height, width = frames[0].shape[:2]
    figure = Figure(figsize=(4, 4 * height / width), dpi=100)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    image = axes.imshow(frames[0], interpolation="nearest")

    def show(i: int) -> list:
        image.set_data(frames[chosen[i]])
        return [image]

    with matplotlib.rc_context({"svg.hashsalt": "simlib", "animation.embed_limit": 50}):
        return FuncAnimation(figure, show, frames=len(chosen), interval=1000 / fps).to_jshtml(fps=fps)
