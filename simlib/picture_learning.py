"""Chapter 14's picture: what learners come to as they gain experience, with what luck makes of it.

In this file: `curves`.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from simlib import plot
from simlib.report import pm, significant


def curves(
    title: str,
    x: str,
    y: str,
    lines: Mapping[str, tuple[np.ndarray, np.ndarray]],
    dashed: tuple[str, float] | None = None,
) -> plot.Picture:
    """One curve for each label, the mean over runs, with a band of two standard errors.

    lines: label -> (times (C,), values (R, C)); x, y: what the axes show, with units; dashed: the name and
    height of a baseline. The sentence has what is reached at the end.
    """
    figure, axes = plot.new_axes(title, x, y, 6.5, 3.6)
    ends, said, times, runs = [], [], np.zeros(1), 0
    for i, (label, (times, values)) in enumerate(lines.items()):
        mean, runs = values.mean(axis=0), len(values)
        se, hue = values.std(axis=0, ddof=1) / np.sqrt(runs), plot.colour(label, i)
        axes.fill_between(times, mean - 2 * se, mean + 2 * se, color=hue, alpha=0.25, linewidth=0)
        axes.plot(times, mean, color=hue)
        ends.append((label, times[-1], mean[-1], hue))
        said.append(f"{label} {pm(mean[-1], se[-1])}")
    if dashed is not None:
        name, height = dashed
        axes.axhline(height, **plot.BASELINE)
        ends.append((name, times[-1], height, plot.BASELINE["color"]))
        said.append(f"{name} (dashed) {significant(height)}")
    axes.set_xlim(times[0], times[-1])
    plot.label_lines(axes, ends)
    text = f"{title}. After {times[-1]} {x}, {y}: {'; '.join(said)}. "
    return plot.Picture(figure, text + f"Means of {runs} runs, bands of 2 standard errors.")
