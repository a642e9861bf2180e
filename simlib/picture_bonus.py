"""Chapter 16's picture: how some quantity changes with a setting, with what luck makes of it.

In this file: `lines`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from simlib import plot


def lines(
    x: Sequence[float],
    curves: Mapping[str, np.ndarray],
    title: str,
    xlabel: str,
    ylabel: str,
    log: bool = False,
) -> plot.Picture:
    """One line for each name, the mean over runs at each setting, with a band of two standard errors.

    x: n settings; curves: name -> (n, R); log: whether x is drawn on a logarithmic axis. The dashed line
    is 0. The sentence has all means.
    """
    figure, axes = plot.new_axes(title, xlabel, ylabel)
    ends, said = [], []
    for (name, runs), hue in zip(curves.items(), plot.PALETTE, strict=False):
        mean, band = runs.mean(axis=1), 2 * runs.std(axis=1, ddof=1) / np.sqrt(runs.shape[1])
        axes.fill_between(x, mean - band, mean + band, color=hue, alpha=0.15, linewidth=0)
        axes.plot(x, mean, color=hue, marker="o", markersize=4, clip_on=False)
        ends.append((name, x[-1], mean[-1], hue))
        said.append(f"{name} {', '.join(f'{m:.2f}' for m in mean.round(2) + 0.0)}")
    axes.axhline(0, **plot.BASELINE)
    axes.set(xscale="log" if log else "linear", xlim=(x[0], x[-1]))
    axes.set_xticks(x, [f"{value:g}" for value in x])
    axes.minorticks_off()
    plot.label_lines(axes, ends)
    at = f"{ylabel} at {xlabel} {', '.join(f'{value:g}' for value in x)}"
    return plot.Picture(figure, f"{title}. {at}: {'; '.join(said)}; bands are 2 standard errors.")
