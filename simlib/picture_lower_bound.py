"""Pictures of chapter 2: what no policy can do.

In this file: `two_worlds`, the empty corner; `coin_errors`, coins that look alike; `above_floor`, regret in
units of sqrt(K T) over a bound; `per_log`, regret that grows like a logarithm.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from simlib.plot import BASELINE, PALETTE, Picture, colour, ink, label_lines, new_axes
from simlib.report import pm, significant

if TYPE_CHECKING:
    from simlib.bandit.simulation import Simulation

FORBIDDEN = "#BBBBBB"  # the shade of what no policy can reach


def two_worlds(
    families: dict[str, tuple[Simulation, Simulation]], x: np.ndarray, floor: np.ndarray, title: str
) -> Picture:
    """Each policy as a point: mean regret in world A, mean regret in world B, bars +- 2 standard errors.

    families: name -> the same policies, simulated in A and in B; their points are joined in this order. A
    family of one is black.
    x (m,) regrets in A, increasing from 0, and floor (m,) the least in B beside them: below is shaded.
    Never looking at a reward, dashed, shares the loss: the two regrets add up to the gap times T.
    """
    figure, axes = new_axes(title, "regret in world A (units of reward)", "regret in world B", height=5.0)
    total, said = 0.0, []
    for i, (name, (in_a, in_b)) in enumerate(families.items()):
        labels = in_a.labels
        hue = colour(name, i) if len(labels) > 1 else "#000000"
        at = np.array([[w.mean(label)[-1] for label in labels] for w in (in_a, in_b)])
        se = np.array([[w.se(label)[-1] for label in labels] for w in (in_a, in_b)])
        axes.errorbar(*at, 2 * se[1], 2 * se[0], color=hue, marker="o", markersize=5, linewidth=1.2)
        outer, best = at.sum(axis=0).argmax(), at.max(axis=0).argmin()
        _write(axes, name, at[:, outer], hue)
        said.append(f"{name} {significant(at[0, best], 2)} and {significant(at[1, best], 2)}")
        total = float(in_a.gaps.max()) * in_a.horizon
    axes.fill_between(x, 0, floor, color=FORBIDDEN, alpha=0.6, linewidth=0)
    axes.text(0.015 * total, 0.12 * total, "no policy\nhere", fontsize=9)
    axes.plot([0, total], [total, 0], **BASELINE)
    axes.text(0.67 * total, 0.34 * total, " never looking", color=BASELINE["color"])
    axes.set(xlim=(-0.01 * total, 1.02 * total), ylim=(-0.01 * total, 1.04 * total))
    both = x[floor >= x].max()
    sentence = (
        f"{title}. Of each kind of policy the one with the smallest larger regret, in A and in B: "
        f"{'; '.join(said)}. Bars are ± 2 standard errors. No policy can be in the shaded corner, and so "
        f"none has both below {significant(both, 2)}; never looking (dashed) adds up to {significant(total)}."
    )
    return Picture(figure, sentence)


def coin_errors(
    curves: dict[float, tuple[np.ndarray, np.ndarray]],
    tried: tuple[np.ndarray, np.ndarray, int],
    floor: tuple[np.ndarray, np.ndarray],
    title: str,
) -> Picture:
    """Chance of error of the best test between two coins against n gap^2, one curve for each gap.

    curves: gap -> (n gap^2, chance), exact. tried: (n gap^2, share of errors, number of tries), simulated,
    with bars of +- 2 standard errors. floor: (n gap^2, what no test can go below), dashed.
    """
    figure, axes = new_axes(title, "tosses times gap squared, n·gap²", "chance of error of the best test")
    for i, (gap, (x, error)) in enumerate(curves.items()):
        axes.plot(x, error, color=PALETTE[i], marker=".", markersize=6, linewidth=1)
        axes.text(0.03, 0.32 - 0.07 * i, f"gap {gap:g}", color=ink(PALETTE[i]), transform=axes.transAxes)
    x, share, tries = tried
    se = np.sqrt(share * (1 - share) / tries)
    axes.errorbar(x, share, 2 * se, fmt="s", color="#000000", markersize=5)
    axes.plot(*floor, **BASELINE)
    ends = [limit for curve in curves.values() for limit in (curve[0].min(), curve[0].max())]
    axes.set(xscale="log", ylim=(0, 0.52), xlim=(min(ends), max(ends)))
    low = np.abs(floor[1] - 0.12).argmin()
    axes.annotate(
        "Pinsker: never below ",
        (floor[0][low], floor[1][low]),
        (-4, -4),
        textcoords="offset points",
        color=BASELINE["color"],
        ha="right",
        va="top",
    )
    at_tenth = [float(np.interp(0.1, x, error)) for x, error in curves.values()]
    gaps = [f"{gap:g}" for gap in curves]
    sentence = (
        f"{title}. With n gap^2 = 0.1 the best test errs with chance {significant(min(at_tenth), 2)} to "
        f"{significant(max(at_tenth), 2)} for gaps of {', '.join(gaps)}; simulated tests (squares, {tries} "
        f"tries each) err in {', '.join(significant(s, 2) for s in share)} of the tries at n gap^2 = "
        f"{', '.join(significant(v, 2) for v in tried[0])}; dashed is Pinsker's bound."
    )
    return Picture(figure, sentence)


def above_floor(
    x: np.ndarray,
    ratios: dict[str, tuple[np.ndarray, np.ndarray]],
    floor: np.ndarray,
    uniform: np.ndarray,
    title: str,
    x_label: str,
) -> Picture:
    """Regret over sqrt(K T) of some policies against x, on a logarithmic axis, above a bound that is shaded.

    x (C,) increasing; ratios: label -> mean (C,) and standard error (C,), drawn as a band of +- 2; floor
    (C,) what no policy can go below; uniform (C,) that of uniform play, dashed, as far as it fits.
    """
    figure, axes = new_axes(title, x_label, "regret / √(KT)")
    ends, said = [], []
    for i, (label, (mean, se)) in enumerate(ratios.items()):
        hue, worst = colour(label, i), mean.argmax()
        se = np.where(se > 1e-9 * mean, se, 0)  # runs that all pay the same differ by rounding only
        axes.fill_between(x, mean - 2 * se, mean + 2 * se, color=hue, alpha=0.2, linewidth=0)
        axes.plot(x, mean, color=hue, marker="o", markersize=4)
        ends.append((label, x[-1], mean[-1], hue))
        said.append(f"{label} {pm(mean[worst], se[worst])}")
    top = 1.25 * max(mean.max() for mean, _ in ratios.values())
    axes.fill_between(x, 0, floor, color=FORBIDDEN, alpha=0.6, linewidth=0)
    high = x[floor > 0.9 * floor.max()]
    axes.text(np.sqrt(high[0] * high[-1]), floor.max() / 4, "no policy", ha="center", fontsize=9)
    ends += _dashed(axes, x, uniform, top)
    axes.set(xscale="log", ylim=(0, top), xlim=(x[0], x[-1]))
    axes.set_xticks(x, [significant(v, 2) if v < 1 else f"{v:g}" for v in x])
    axes.minorticks_off()
    label_lines(axes, ends)
    sentence = (
        f"{title}. Largest regret over sqrt(K T): {'; '.join(said)}; uniform play (dashed) "
        f"{significant(uniform.max())}; no policy can be below the shade, whose top is "
        f"{significant(floor.max())}."
    )
    return Picture(figure, sentence)


def per_log(simulation: Simulation, rate: float, title: str) -> Picture:
    """Mean regret against the round on a logarithmic axis, where c log t is a straight line of slope c.

    rate: Lai and Robbins' slope, sum of gap / kl; the dashed line is rate * log t. The band is the mean
    +- 2 standard errors. Slopes are over the last factor of ten.
    """
    figure, axes = new_axes(title, "round t", "regret (units of reward)")
    t, ends, said = simulation.t, [], []
    tenth = np.abs(t - t[-1] / 10).argmin()
    for i, label in enumerate(simulation.labels):
        mean, se, hue = simulation.mean(label), simulation.se(label), colour(label, i)
        axes.fill_between(t, mean - 2 * se, mean + 2 * se, color=hue, alpha=0.2, linewidth=0)
        axes.plot(t, mean, color=hue)
        slope = (mean[-1] - mean[tenth]) / np.log(t[-1] / t[tenth])
        ends.append((f"{label}: slope {significant(slope, 2)}", t[-1], mean[-1], hue))
        said.append(f"{label} {pm(mean[-1], se[-1])}, slope {significant(slope, 2)}")
    axes.plot(t, rate * np.log(t), **BASELINE)
    ends.append(
        (f"Lai–Robbins: slope {significant(rate, 2)}", t[-1], rate * np.log(t[-1]), BASELINE["color"])
    )
    axes.set(xscale="log", xlim=(t[0], t[-1]), ylim=(0, None))
    label_lines(axes, ends)
    sentence = (
        f"{title}. Regret after {simulation.horizon} rounds over {simulation.runs} runs, and its slope in "
        f"log t since round {t[tenth]}: {'; '.join(said)}; the slope of Lai and Robbins (dashed) is "
        f"{significant(rate)}."
    )
    return Picture(figure, sentence)


def _dashed(axes: Any, x: np.ndarray, y: np.ndarray, top: float) -> list[tuple[str, float, float, str]]:
    """Draw uniform play as far as it fits; its label for the right end of the curves, if it gets there."""
    fine = np.geomspace(x[0], x[-1], 200)
    play = np.interp(fine, x, y)
    axes.plot(fine[play <= top], play[play <= top], **BASELINE)
    if play.max() <= top:
        return [("uniform play", fine[-1], play[-1], BASELINE["color"])]
    axes.text(fine[play <= top][-1], top, " uniform play", color=BASELINE["color"], va="top")
    return []


def _write(axes: Any, text: str, at: np.ndarray, hue: str) -> None:
    paper = {"facecolor": "white", "alpha": 0.7, "edgecolor": "none", "pad": 1}
    axes.annotate(text, at, (7, 6), textcoords="offset points", color=ink(hue), bbox=paper)
