"""Pictures of planning: values and arrows on a map, two plans side by side, an error and its certificate.

Each is a `Picture`: a PNG and one true sentence with the numbers.

In this file: the pictures `plan`, `plans` and `certificate`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import matplotlib
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import ListedColormap
from matplotlib.figure import Figure

from simlib.mdp.gridworld import MOVES, GridWorld
from simlib.plot import BASELINE, PALETTE, STYLE, Picture, ink, label_lines, new_axes
from simlib.report import significant

# light to dark blue: dark enough to tell apart, light enough for black arrows
HEAT = ListedColormap(matplotlib.colormaps["Blues"](np.linspace(0.02, 0.62, 256)))
WALL = "#4D4D4D"
WORDS = ("up", "right", "down", "left")


def plan(world: GridWorld, value: np.ndarray, policy: np.ndarray, title: str) -> Picture:
    """The value (S,) of each cell as a shade, and the policy (S,) int as an arrow in it."""
    figure, (axes,) = _maps(title, 1, world)
    shade = _draw(axes, world, value, policy, _range(value))
    figure.colorbar(shade, ax=axes, label="value (units of reward)", shrink=0.85)
    where = _worth(world, value)
    sentence = (
        f"{title}. A map of {world.n_states} cells, darker where the value is higher; it is {where} at the "
        f"start, and {significant(value.max())} where it is highest. An arrow in each cell shows what the "
        f"policy does there: {_first(world, policy)} from the start."
    )
    return Picture(figure, sentence)


def plans(world: GridWorld, found: Mapping[str, tuple[np.ndarray, np.ndarray]], title: str) -> Picture:
    """Plans for one map, side by side: label -> (value (S,), policy (S,) int). Each has its own shades."""
    figure, panels = _maps(title, len(found), world)
    said = []
    for axes, (label, (value, policy)) in zip(panels, found.items(), strict=True):
        _draw(axes, world, value, policy, _range(value))
        axes.set_title(label, fontsize=10, fontweight="normal")
        where = f"{_worth(world, value)} at the start"
        said.append(f"{label}: {_first(world, policy)} from the start, a value of {where}")
    first, *others = [policy for _, policy in found.values()]
    free = ~world.terminal
    for policy in others:
        said.append(f"the arrows differ in {int((first != policy)[free].sum())} of {int(free.sum())} cells")
    return Picture(figure, f"{title}. {'; '.join(said)}.")


def certificate(error: np.ndarray, bound: np.ndarray, gamma: float, title: str) -> Picture:
    """The true error (n,) after each sweep, from sweep 0, and what its certificate says, on a log axis.

    gamma^k times the first error is dashed. error > 0.
    Raises: ValueError where the certificate is below the error.
    """
    below = np.flatnonzero(bound < error)
    if below.size:
        k = below[0]
        raise ValueError(
            f"bound must never be below the error; got {bound[k]:g} and {error[k]:g} after {k} sweeps"
        )
    figure, axes = new_axes(title, "sweep k", "distance to the best value")
    sweep, promise = np.arange(len(error)), error[0] * gamma ** np.arange(len(error))
    axes.set_yscale("log")
    axes.plot(sweep, promise, **BASELINE)
    axes.plot(sweep, bound, color=PALETTE[1])
    axes.plot(sweep, error, color=PALETTE[0])
    axes.set_xlim(0, sweep[-1])
    ends = [("$\\gamma^k$ times\nthe first", sweep[-1], promise[-1], BASELINE["color"])]
    ends += [
        ("certificate", sweep[-1], bound[-1], PALETTE[1]),
        ("true error", sweep[-1], error[-1], PALETTE[0]),
    ]
    label_lines(axes, ends)
    sentence = (
        f"{title}. After {sweep[-1]} sweeps with gamma = {gamma:g} the true error is "
        f"{error[-1]:.1e}, the certificate says at most {bound[-1]:.1e}, and gamma^k "
        f"times the first error (dashed) is {promise[-1]:.1e}. The certificate is at most "
        f"{significant((bound / error).max(), 2)} times as large as the error."
    )
    return Picture(figure, sentence)


def _maps(title: str, n: int, world: GridWorld) -> tuple[Figure, Any]:
    """A figure with n empty maps side by side."""
    rows, columns = world.walls.shape
    with matplotlib.rc_context(STYLE):
        width = 7.2 if n > 1 else 5.6
        height = min(4.0, 0.8 + (width - 1.2) / n * rows / columns)
        figure = Figure(figsize=(width, height), layout="constrained")
        FigureCanvasAgg(figure)
        panels = figure.subplots(1, n, squeeze=False)[0]
        figure.suptitle(title, fontsize=11, fontweight="bold", x=0.01, ha="left")
    for axes in panels:
        axes.set_aspect("equal")
        axes.set_xticks([])
        axes.set_yticks([])
        axes.grid(visible=False)
        for spine in axes.spines.values():
            spine.set_visible(False)
    return figure, panels


def _draw(axes: Any, world: GridWorld, value: np.ndarray, policy: np.ndarray, span: tuple) -> Any:
    """One map: shades, walls, arrows, and the letters of starts and ends."""
    axes.set_facecolor(WALL)
    picture = np.ma.masked_invalid(world.on_map(np.where(world.terminal, np.nan, value)))
    shade = axes.imshow(picture, cmap=HEAT, vmin=span[0], vmax=span[1])
    free = ~world.terminal
    row, column = world.cells[free].T
    down, right = MOVES[policy[free]].T
    axes.quiver(
        column - 0.28 * right,
        row - 0.28 * down,
        0.56 * right,
        0.56 * down,
        angles="xy",
        scale_units="xy",
        scale=1,
        width=0.0055,
        headwidth=4.2,
        color="#1A1A1A",
    )
    for (r, c), letter in zip(world.cells, world.letters, strict=True):
        if letter not in ". ":
            ends = bool(world.terminal[world.state_at(int(r), int(c))])
            plate: dict[str, Any] = {
                "facecolor": "white",
                "edgecolor": ink(PALETTE[1]),
                "pad": 2.0 if ends else 1.0,
            }
            place = (c, r) if ends else (c - 0.34, r - 0.33)
            axes.text(*place, letter, ha="center", va="center", fontsize=9 if ends else 7, bbox=plate)
    return shade


def _range(value: np.ndarray) -> tuple[float, float]:
    return float(value.min()), float(value.max())


def _worth(world: GridWorld, value: np.ndarray) -> str:
    """The value of the start."""
    return significant(float(world.start @ value))


def _first(world: GridWorld, policy: np.ndarray) -> str:
    """The first move from the likeliest start, in a word."""
    return WORDS[int(policy[world.start.argmax()])]
