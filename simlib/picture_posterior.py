"""Pictures of chapter 3: a belief before and after the data, beliefs that narrow, matching, Bayesian regret.

Each is a `Picture`: a PNG and one true sentence with the numbers.

In this file: `density`; then the pictures `belief`, `narrowing`, `matching` and `growth`.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy.special import betaincinv, betaln, xlog1py, xlogy

from simlib.plot import BASELINE, PALETTE, Picture, colour, ink, label_lines, new_axes
from simlib.report import pm, significant
from simlib.stats import clopper_pearson
from simlib.validate import check_array

PLATE = {"facecolor": "white", "edgecolor": "none", "pad": 1.0, "alpha": 0.8}  # behind text on a line
GRID = np.linspace(0, 1, 1001)[1:-1]  # without the ends, where a density may be infinite


def density(alpha: Any, beta: Any, x: Any) -> np.ndarray:
    """x^(alpha-1) (1-x)^(beta-1) / B(alpha, beta), the density of Beta(alpha, beta) at x in (0, 1).

    alpha, beta > 0; all three broadcast.
    """
    return np.exp(xlogy(alpha - 1, x) + xlog1py(beta - 1, -x) - betaln(alpha, beta))


def belief(alpha: float, beta: float, heads: int, tails: int, title: str) -> Picture:
    """The prior Beta(alpha, beta) of a coin's mean, dashed, and the posterior after heads and tails.

    alpha, beta > 0; heads, tails int >= 0. The band is the posterior's 95 % interval, 2.5 % on either side.
    """
    figure, axes = new_axes(title, "mean of the arm (probability)", "density of the belief", height=3.6)
    a, b = alpha + heads, beta + tails
    prior, posterior, mean = density(alpha, beta, GRID), density(a, b, GRID), a / (a + b)
    low, high = betaincinv(a, b, [0.025, 0.975])
    inside = np.linspace(low, high, 201)
    axes.plot(GRID, prior, **BASELINE)
    axes.plot(GRID, posterior, color=PALETTE[0])
    axes.fill_between(inside, density(a, b, inside), color=PALETTE[0], alpha=0.2, linewidth=0)
    axes.vlines(mean, 0, density(a, b, mean), color=PALETTE[0], linewidth=1.2)
    top = 1.25 * min(posterior.max(), 60)
    axes.set(xlim=(0, 1), ylim=(0, top))
    axes.text(mean, 0.98 * top, f"mean {mean:.2f}", color=ink(PALETTE[0]), ha="center", va="top", bbox=PLATE)
    label_lines(axes, [("before\nthe data", 1, min(prior[-1], 0.9 * top), BASELINE["color"])])
    sentence = (
        f"{title}. Before the data (dashed) the belief has mean {alpha / (alpha + beta):.2f}; after "
        f"{heads + tails} pulls, of which {heads} paid 1, it has mean {mean:.2f} and lies with 95 % between "
        f"{low:.2f} and {high:.2f}."
    )
    return Picture(figure, sentence)


def narrowing(moments: dict[int, tuple[np.ndarray, np.ndarray]], means: np.ndarray, title: str) -> Picture:
    """The beliefs about all arms at some moments of one run, one row for each; the true means dashed.

    moments: round t -> (alpha (K,), beta (K,)) of the posteriors, from uniform priors; means (K,) the truth.
    Each row is scaled to its highest curve.
    """
    figure, axes = new_axes(
        title,
        "mean of the arm (probability)",
        "belief (scaled in each row)",
        height=1.2 + 1.15 * len(moments),
    )
    rows, said = np.arange(len(moments))[::-1], []
    for row, (t, (alpha, beta)) in zip(rows, moments.items(), strict=True):
        pulls = (alpha + beta - 2).astype(int)
        _beliefs(axes, row, density(alpha[:, None], beta[:, None], GRID), pulls)
        said.append(f"after {t} rounds the pulls are {', '.join(str(n) for n in pulls)}")
    for arm, (mean, hue) in enumerate(zip(means, PALETTE, strict=False)):
        axes.axvline(mean, **{**BASELINE, "color": hue})
        axes.text(mean, len(moments) + 0.04, f"arm {arm + 1}", color=ink(hue), ha="center", bbox=PLATE)
    axes.set(xlim=(0, 1), ylim=(-0.05, len(moments) + 0.25))
    axes.set_yticks(rows, [f"t = {t}" for t in moments])
    axes.grid(visible=False)
    sentence = (
        f"{title}. One run; dashed lines are the true means {', '.join(f'{m:g}' for m in means)}, numbers at "
        f"the peaks are pulls; {'; '.join(said)}."
    )
    return Picture(figure, sentence)


def _beliefs(axes: Any, row: float, curves: np.ndarray, pulls: np.ndarray) -> None:
    """The arms' densities (K, x) above one row, scaled to the highest, with the pulls (K,) at their peaks."""
    for curve, hue, n in zip(0.78 * curves / curves.max(), PALETTE, pulls, strict=False):
        axes.fill_between(GRID, row, row + curve, color=hue, alpha=0.15, linewidth=0)
        axes.plot(GRID, row + curve, color=hue, linewidth=1.6)
        peak = curve.argmax()
        top = row + curve[peak] + 0.03
        axes.text(GRID[peak], top, f"{n}x", color=ink(hue), ha="center", fontsize=8.5, bbox=PLATE)


def matching(prob: np.ndarray, shares: dict[str, np.ndarray], title: str, bins: int = 10) -> Picture:
    """How often something happens, against the posterior probability that an arm is the best.

    prob (R,) in [0, 1]; shares: label -> (R,) bool, whether it happened in each run. Runs are put in `bins`
    equal parts of [0, 1]; bars are exact 99 % intervals; equality is dashed.
    """
    figure, axes = new_axes(title, "posterior probability of being best", "share of runs (%)", height=4.2)
    prob, place = check_array("prob", prob, ndim=1), np.minimum((prob * bins).astype(int), bins - 1)
    axes.plot([0, 1], [0, 100], **BASELINE)
    axes.text(0.93, 80, "equal", color=BASELINE["color"])
    worst, said = {}, []
    for i, ((label, happened), hue) in enumerate(zip(shares.items(), PALETTE, strict=False)):
        for part in np.unique(place):
            inside = place == part
            hits, n, x = int(happened[inside].sum()), int(inside.sum()), prob[inside].mean()
            low, high = clopper_pearson(hits, n, 0.01)
            shift = 0.012 * (i - (len(shares) - 1) / 2)
            axes.plot([x + shift] * 2, [100 * low, 100 * high], color=hue, alpha=0.6)
            axes.plot(x + shift, 100 * hits / n, "os"[i % 2], color=hue, markersize=5)
            worst[label] = max(worst.get(label, 0), abs(hits / n - x))
        axes.text(0.03, 95 - 9 * i, ("● ", "■ ")[i % 2] + label, color=ink(hue), va="top")
        said.append(f"{label} differs by at most {100 * worst[label]:.1f} points")
    axes.set(xlim=(-0.02, 1.02), ylim=(-2, 102))
    parts = len(np.unique(place))
    sentence = f"{title}. {len(prob)} runs in {parts} groups by the posterior probability of being best"
    return Picture(figure, f"{sentence}; from that probability (dashed) {'; '.join(said)}; bars are 99 %.")


def growth(times: list[int], regret: dict[str, np.ndarray], n_arms: int, title: str) -> Picture:
    """Bayesian regret against the horizon T on two logarithmic axes, with its power of T; sqrt(K T) dashed.

    times (C,) horizons; regret: label -> (groups, C), a mean in each independent group of runs. The band is
    the mean over groups +- 2 standard errors; the power is the slope, by least squares.
    """
    figure, axes = new_axes(title, "horizon T (rounds)", "Bayesian regret (units of reward)")
    axes.set(xscale="log", yscale="log")
    ends, said = [], []
    for i, (label, values) in enumerate(regret.items()):
        mean, hue = values.mean(axis=0), colour(label, i)
        se = values.std(axis=0, ddof=1) / np.sqrt(len(values))
        slope = np.polyfit(np.log(times), np.log(mean), 1)[0]
        axes.fill_between(times, mean - 2 * se, mean + 2 * se, color=hue, alpha=0.2, linewidth=0)
        axes.plot(times, mean, color=hue, marker="o", markersize=4)
        ends.append((f"{label}: $T^{{{slope:.2f}}}$", times[-1], mean[-1], hue))
        said.append(f"{label} {pm(mean[-1], se[-1])}, like T^{slope:.2f}")
    root = np.sqrt(n_arms * np.array(times))
    axes.plot(times, root, **BASELINE)
    ends.append((r"$\sqrt{KT}$", times[-1], root[-1], BASELINE["color"]))
    axes.set_xticks(times, [str(t) for t in times])
    low, high = axes.get_ylim()
    ticks = [y for y in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000) if low < y < high]
    axes.set_yticks(ticks, [str(y) for y in ticks])
    axes.minorticks_off()
    label_lines(axes, ends)
    sentence = f"{title}. Bayesian regret of {n_arms} arms at T = {times[-1]}: {'; '.join(said)}"
    return Picture(figure, f"{sentence}; the root of K T (dashed) is {significant(root[-1])}.")
