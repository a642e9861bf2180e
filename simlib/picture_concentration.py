"""Pictures of chapter A: how far means stray, what looking often does to a promise, telling coins apart.

Each is a `Picture`: a PNG and one true sentence with the numbers.

In this file: `strays`, `broken_promises`, `coin_errors`.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from simlib.plot import BASELINE, PALETTE, Picture, ink, label_lines, new_axes
from simlib.report import significant
from simlib.stats import clopper_pearson


def strays(
    n: np.ndarray, strayed: dict[str, np.ndarray], radii: dict[str, np.ndarray], delta: float, title: str
) -> Picture:
    """What 1 - delta of the means stay within, against the number n of rewards, below the radii promised.

    n (C,) int; strayed: label -> (R, C) distances of a mean from the truth; radii: label -> (C,), of which
    the first is dashed. The band of a curve is the 99 % interval of its quantile, by ranks.
    """
    figure, axes = new_axes(title, "rewards n", "distance from the true mean", height=4.4)
    axes.set(xscale="log", yscale="log")
    ends, said = [], []
    for hue, (label, distance) in zip(PALETTE, strayed.items(), strict=False):
        slack = 2.576 * np.sqrt(delta * (1 - delta) / len(distance))
        ranks = [1 - delta - slack, 1 - delta, 1 - delta + slack]
        low, mid, high = np.quantile(distance, np.clip(ranks, 0, 1), axis=0)
        axes.fill_between(n, low, high, color=hue, alpha=0.25, linewidth=0)
        axes.plot(n, mid, color=hue, marker="o", markersize=3)
        ends.append((label, n[-1], mid[-1], hue))
        said.append(f"{label} {significant(mid[-1])}")
    for position, (label, radius) in enumerate(radii.items()):
        hue = BASELINE["color"] if position == 0 else PALETTE[position + 3]
        axes.plot(n, radius, **{**BASELINE, "color": hue, "linestyle": ("--", "-.")[min(position, 1)]})
        ends.append((label, n[-1], radius[-1], hue))
        said.append(f"{label} {significant(radius[-1])}")
    axes.set_xlim(n[0], n[-1])
    label_lines(axes, ends)
    runs = len(next(iter(strayed.values())))
    sentence = (
        f"{title}. Solid: the distance that {100 * (1 - delta):g} % of {runs} means stay within, with its "
        f"99 % interval; broken lines: radii that promise it. After {n[-1]} rewards: {'; '.join(said)}."
    )
    return Picture(figure, sentence)


def broken_promises(n: np.ndarray, broken: dict[str, np.ndarray], delta: float, title: str) -> Picture:
    """The share of runs in which a promise has been broken by toss n, against n; delta, the promise, dashed.

    n (C,) int; broken: label -> (R, C) bool. The band is the exact 99 % interval.
    """
    figure, axes = new_axes(title, "tosses n", "share of coins seen outside (%)")
    ends, said = [], []
    for hue, (label, seen) in zip(PALETTE, broken.items(), strict=False):
        hits, runs = seen.sum(axis=0), len(seen)
        bounds = 100 * np.array([clopper_pearson(int(k), runs, 0.01) for k in hits])
        axes.fill_between(n, bounds[:, 0], bounds[:, 1], color=hue, alpha=0.2, linewidth=0)
        axes.plot(n, 100 * hits / runs, color=hue)
        ends.append((label, n[-1], 100 * hits[-1] / runs, hue))
        said.append(f"{label} {significant(100 * hits[-1] / runs, 2)} %")
    axes.axhline(100 * delta, **BASELINE)
    ends.append((f"promised: {100 * delta:g} %", n[-1], 100 * delta, BASELINE["color"]))
    axes.set(xscale="log", xlim=(n[0], n[-1]))
    axes.set_ylim(0, None)
    label_lines(axes, ends)
    runs = len(next(iter(broken.values())))
    sentence = f"{title}. Share of {runs} fair coins seen outside by toss {n[-1]}: {'; '.join(said)}"
    return Picture(figure, f"{sentence}; promised (dashed) at most {100 * delta:g} %.")


def coin_errors(n: np.ndarray, errors: dict[str, Any], floors: dict[str, Any], title: str) -> Picture:
    """How often the best test takes one coin for another after n tosses; what Pinsker allows is dashed.

    n (C,) int; errors, floors: label -> (C,) probabilities, computed and not sampled, hence no band.
    The dot of each curve is the first n with an error of at most 1 in 10, else the last n.
    """
    figure, axes = new_axes(title, "tosses n", "error of the best test (probability)")
    said = []
    for hue, (label, error) in zip(PALETTE, errors.items(), strict=False):
        axes.plot(n, error, color=hue)
        axes.plot(n, floors[label], **{**BASELINE, "color": hue, "linewidth": 1, "alpha": 0.6})
        good = np.flatnonzero(error <= 0.1)
        place = good[0] if good.size else -1
        axes.plot(n[place], error[place], "o", color=hue, markersize=7)
        white = {"facecolor": "white", "edgecolor": "none", "alpha": 0.85, "pad": 1}
        at = {"textcoords": "offset points", "va": "bottom", "color": ink(hue), "bbox": white}
        axes.annotate(label, (n[place], error[place]), (6, 3), **at)
        said.append(f"{label} {f'from n = {n[place]} on' if good.size else 'at no n shown'}")
    axes.axhline(0.5, color=BASELINE["color"], linewidth=0.8)
    axes.text(n[0], 0.51, "a guess without tosses", color=BASELINE["color"], va="bottom")
    axes.set(xscale="log", xlim=(n[0], n[-1]), ylim=(0, 0.57))
    sentence = f"{title}. Exact; the error is at most 1 in 10 for {'; '.join(said)}"
    return Picture(figure, f"{sentence}. Dashed: what Pinsker's inequality leaves to any test.")
