"""Pictures: a PNG for the eye and one true sentence, with the numbers, for everyone else.

A `Picture` is the last expression of its cell. Its sentence is stored beside the PNG; the tests compare
it, the book uses it as the alternative text, a screen reader reads it out.

In this file: `Picture`; `colour`, the same for the same algorithm in the whole book; `ink`, `new_axes` and
`label_lines`, the house style; then the pictures: `regret`, `optimism`, `rates`, `by_gap` and `root_law`.
"""

from __future__ import annotations

import base64
import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

import matplotlib
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure

from simlib.bandit.ucb1 import ucb1_index
from simlib.report import pm, significant

if TYPE_CHECKING:
    from simlib.bandit.simulation import Simulation

# Okabe and Ito's palette: told apart with every common form of colour blindness
PALETTE = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000"]
COLOURS = {
    "UCB1": "#0072B2",
    "epsilon-greedy": "#D55E00",
    "explore-first": "#009E73",
    "Thompson": "#CC79A7",
    "KL-UCB": "#E69F00",
    "Bayes-UCB": "#56B4E9",
    # of the chapters on learning, where none of these stand
    "Q-learning": "#0072B2",
    "TD(0)": "#0072B2",
    "SARSA": "#D55E00",
    "Monte Carlo": "#D55E00",
    "Q(lambda)": "#009E73",
    "8-step SARSA": "#E69F00",
    "Double Q": "#CC79A7",
    "Dyna-Q, 5": "#56B4E9",
    "Dyna-Q, 20": "#009E73",
}
OTHERS = ["#7A7A7A", "#8C510A", "#000000", "#5E3C99", "#35978F"]
BASELINE = {"color": "#555555", "linestyle": "--", "linewidth": 1.2}
STYLE: dict[Any, Any] = {
    "font.family": "DejaVu Sans",
    "font.size": 10,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.titleweight": "bold",
    "axes.titlesize": 11,
    "axes.titlelocation": "left",
    "axes.grid": True,
    "grid.color": "#E6E6E6",
    "lines.linewidth": 2,
}


class Picture:
    """A drawn figure as PNG bytes, and the sentence that says what it shows.

    sentence: at least 20 characters, ending with a full stop, with the numbers of the picture.
    """

    def __init__(self, figure: Figure, sentence: str):
        sentence = " ".join(sentence.split())
        if len(sentence) < 20 or not sentence.endswith("."):
            raise ValueError(
                f"sentence must say what the figure shows and end with a full stop; got {sentence!r}"
            )
        self.sentence = sentence
        buffer = io.BytesIO()
        figure.savefig(buffer, format="png", dpi=110, metadata={"Software": None}, facecolor="white")
        self.png = buffer.getvalue()

    def save(self, path: str | Path) -> None:
        """Write the PNG to `path`."""
        Path(path).write_bytes(self.png)

    def __repr__(self) -> str:
        return self.sentence

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"image/png": base64.b64encode(self.png).decode(), "text/plain": self.sentence}


def colour(label: str, position: int = 0) -> str:
    """The colour of an algorithm, by the longest known name that begins `label`, else by position.

    Without a known name it is a shade of grey or brown that no known algorithm has.
    """
    known = [name for name in COLOURS if label == name or label.startswith(name + " ")]
    return COLOURS[max(known, key=len)] if known else OTHERS[position % len(OTHERS)]


def ink(hue: str) -> tuple[float, float, float]:
    """The darker shade of a curve's colour in which its label is read on white (contrast above 4.5 : 1)."""
    red, green, blue = (0.65 * part for part in to_rgb(hue))
    return red, green, blue


def new_axes(title: str, x: str, y: str, width: float = 7.2, height: float = 4.0) -> tuple[Figure, Any]:
    """An empty figure in the house style; x and y are the axes' labels, with units."""
    with matplotlib.rc_context(STYLE):
        figure = Figure(figsize=(width, height), layout="constrained")
        FigureCanvasAgg(figure)
        axes = figure.add_subplot()
        axes.set(title=title, xlabel=x, ylabel=y)
        axes.set_axisbelow(True)
    return figure, axes


def label_lines(axes: Any, ends: list[tuple[str, float, float, str]]) -> None:
    """Write each (text, x, y, colour) to the right of its curve's end, moved apart where they would meet."""
    figure = axes.figure
    figure.canvas.draw()
    gap = 13 * figure.dpi / 72
    previous = -np.inf
    for text, x, y, hue in sorted(ends, key=lambda end: end[2]):
        at = axes.transData.transform((x, y))[1]
        previous = max(at, previous + gap)
        offset = (6, (previous - at) * 72 / figure.dpi)
        axes.annotate(
            text,
            (x, y),
            offset,
            textcoords="offset points",
            color=ink(hue),
            va="center",
            annotation_clip=False,
        )


def regret(
    simulation: Simulation, title: str = "Regret", *, log: bool = True, uniform: bool = True
) -> Picture:
    """Mean regret of each policy against the round, with the band that holds 90 % of the runs.

    log: a logarithmic axis of rounds. uniform: the regret mean(gaps) * t of uniform play, dashed.
    """
    figure, axes = new_axes(title, "round t", "regret (units of reward)")
    t, ends, said = simulation.t, [], []
    for i, label in enumerate(simulation.labels):
        mean, hue = simulation.mean(label), colour(label, i)
        low, high = simulation.quantile(label, 0.05), simulation.quantile(label, 0.95)
        axes.fill_between(t, low, high, color=hue, alpha=0.15, linewidth=0)
        axes.plot(t, mean, color=hue)
        ends.append((label, t[-1], mean[-1], hue))
        said.append(f"{label}: {pm(mean[-1], simulation.se(label)[-1])}")
    sentence = (
        f"{title}. Mean regret after {simulation.horizon} rounds over {simulation.runs} runs: "
        f"{'; '.join(said)}. Bands hold 90 % of the runs"
    )
    means = np.array([simulation.mean(label) for label in simulation.labels])
    top, bottom = 1.25 * means.max(), 1.25 * min(means.min(), 0)
    top = top if top > 0 else 0.1 * abs(bottom) or 1.0
    axes.set_ylim(bottom, top)
    if log:
        axes.set_xscale("log")
    if uniform:
        play = simulation.uniform
        axes.plot(t, play, **BASELINE)
        sentence += f"; uniform play (dashed) would have {significant(play[-1])}"
        inside = np.flatnonzero((play >= bottom) & (play <= top))
        if len(inside):
            ends.append(("uniform play", t[inside[-1]], play[inside[-1]], BASELINE["color"]))
    axes.set_xlim(t[0], t[-1])
    label_lines(axes, ends)
    return Picture(figure, sentence + ".")


def optimism(moments: dict[int, tuple[np.ndarray, np.ndarray]], means: np.ndarray, title: str) -> Picture:
    """UCB1's view at some moments: each arm's mean, the radius above it, and the truth.

    moments: round t -> (reward_mean (K,), pulls (K,)) of one run, pulls >= 1; means (K,) the truth.
    """
    figure, axes = new_axes(title, "round t and arm", "reward of one pull (probability)")
    place, ticks, said = 0.0, [], []
    for t, (mean, pulls) in moments.items():
        radius = ucb1_index(mean, pulls, t) - mean
        at = place + np.arange(len(means))
        best = (mean + radius).argmax()
        for arm in range(len(means)):
            hue = PALETTE[0] if arm == best else "#8A8A8A"
            axes.plot(
                [at[arm]] * 2,
                [mean[arm], mean[arm] + radius[arm]],
                color=hue,
                linewidth=6,
                alpha=0.4,
                solid_capstyle="butt",
            )
            axes.plot(at[arm], mean[arm], "o", color=hue, markersize=7)
            axes.plot(at[arm] + np.array([-0.35, 0.35]), [means[arm]] * 2, **BASELINE)
            ticks.append((at[arm], f"arm {arm + 1}\n{pulls[arm]:.0f}x"))
        top = (mean + radius).max()
        axes.text(at.mean(), top + 0.05, f"t = {t}", ha="center", fontweight="bold")
        said.append(f"after {t} rounds the pulls are {', '.join(f'{n:.0f}' for n in pulls)}")
        place = at[-1] + 2
    axes.set_xticks([x for x, _ in ticks], [text for _, text in ticks], fontsize=7.5)
    axes.set_ylim(0, 1.12 * axes.get_ylim()[1])
    axes.grid(axis="x", visible=False)
    sentence = (
        f"{title}. Dots are means, bars reach up to mean plus radius, the highest in blue; dashes are "
        f"the true means {', '.join(f'{m:g}' for m in means)}; {'; '.join(said)}."
    )
    return Picture(figure, sentence)


def rates(times: list[int], worst: dict[str, np.ndarray], uniform: np.ndarray, title: str) -> Picture:
    """Regret against the horizon T on two logarithmic axes, where a power of T is a straight line.

    times (C,) horizons; worst: label -> (groups, C) regret; uniform (C,) that of uniform play, dashed.
    The band is the mean over groups +- 2 standard errors; the slope is the power, by least squares.
    """
    figure, axes = new_axes(title, "horizon T (rounds)", "regret at the worst gap (units of reward)")
    axes.set(xscale="log", yscale="log")
    ends, said = [], []
    for i, (label, values) in enumerate(worst.items()):
        mean, hue = values.mean(axis=0), colour(label, i)
        se = values.std(axis=0, ddof=1) / np.sqrt(len(values))
        slope = np.polyfit(np.log(times), np.log(mean), 1)[0]
        axes.fill_between(times, mean - 2 * se, mean + 2 * se, color=hue, alpha=0.2, linewidth=0)
        axes.plot(times, mean, color=hue, marker="o", markersize=4)
        ends.append((f"{label}: $T^{{{slope:.2f}}}$", times[-1], mean[-1], hue))
        said.append(f"{label} {significant(mean[-1])}, like T^{slope:.2f}")
    axes.plot(times, uniform, **BASELINE)
    ends.append(("uniform play: $T$", times[-1], uniform[-1], BASELINE["color"]))
    axes.set_xticks(times, [str(t) for t in times])
    axes.minorticks_off()
    label_lines(axes, ends)
    sentence = f"{title}. Largest regret over the gaps at T = {times[-1]}: {'; '.join(said)}"
    return Picture(figure, f"{sentence}; uniform play (dashed) {significant(uniform[-1])}, like T.")


def by_gap(gaps: np.ndarray, results: list[Simulation], title: str) -> Picture:
    """Mean final regret of each policy against the gap of the world, on a logarithmic axis of gaps.

    gaps (C,) increasing; results: one simulation for each gap, of the same policies and horizon. The band is
    the mean +- 2 standard errors. Uniform play, dashed, is drawn as far as it fits.
    """
    figure, axes = new_axes(title, "gap between the arms (probability)", "regret (units of reward)")
    horizon, ends, said = results[0].horizon, [], []
    top = 1.3 * max(result.mean(label)[-1] for result in results for label in result.labels) or 1.0
    for i, label in enumerate(results[0].labels):
        mean, hue = np.array([result.mean(label)[-1] for result in results]), colour(label, i)
        se = np.array([result.se(label)[-1] for result in results])
        axes.fill_between(gaps, mean - 2 * se, mean + 2 * se, color=hue, alpha=0.2, linewidth=0)
        axes.plot(gaps, mean, color=hue, marker="o", markersize=4)
        worst = mean.argmax()
        ends.append((label, gaps[-1], mean[-1], hue))
        said.append(f"{label}: {pm(mean[worst], se[worst])} at a gap of {significant(gaps[worst], 2)}")
    fine = np.geomspace(gaps[0], gaps[-1], 200)
    play = np.interp(fine, gaps, [result.uniform[-1] for result in results])
    axes.plot(fine, play, **BASELINE)
    if (play <= top).any():
        axes.text(fine[play <= top][-1], top, " uniform play", color=BASELINE["color"], va="top")
    axes.set(xscale="log", ylim=(0, top), xlim=(gaps[0], gaps[-1]))
    axes.set_xticks(gaps, [significant(gap, 2) for gap in gaps])
    axes.minorticks_off()
    label_lines(axes, ends)
    return Picture(figure, f"{title}. Largest regret after {horizon} rounds: {'; '.join(said)}.")


def root_law(n: np.ndarray, shares: np.ndarray, title: str) -> Picture:
    """How far the share of heads of a fair coin lies from 1/2, against the number n of tosses.

    n (C,) int; shares (R, C). The band holds 95 % of the coins; 1/2 +- 1/sqrt(n) is dashed.
    """
    figure, axes = new_axes(title, "tosses n", "share of heads", height=3.4)
    low, high = np.quantile(shares, [0.025, 0.975], axis=0)
    axes.fill_between(n, low, high, color=PALETTE[0], alpha=0.25, linewidth=0)
    axes.plot(n, shares[0], "o", color=PALETTE[0], markersize=5)
    smooth = np.geomspace(n[0], n[-1], 100)
    for sign in (-1, 1):
        axes.plot(smooth, 0.5 + sign / np.sqrt(smooth), **BASELINE)
    axes.set_xscale("log")
    axes.set_xlim(n[0], n[-1])
    label_lines(axes, [("one try each", n[-1], shares[0, -1], PALETTE[0])])
    axes.text(n[1], 0.5 + 1.15 / np.sqrt(n[1]), "1/2 ± 1/√n", color=BASELINE["color"])
    sentence = (
        f"{title}. The band that holds 95 % of {len(shares)} fair coins is {significant(high[0] - low[0])} "
        f"wide after {n[0]} tosses and {significant(high[-1] - low[-1])} wide after {n[-1]}."
    )
    return Picture(figure, sentence)
