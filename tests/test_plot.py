"""Pictures: the sentence tells the numbers that are drawn, the PNG is a PNG, the colours stay."""

import base64
from itertools import pairwise

import numpy as np
import pytest
from matplotlib.figure import Figure

from simlib import plot
from simlib.bandit.bernoulli import BernoulliBandit
from simlib.bandit.epsilon_greedy import EpsilonGreedy
from simlib.bandit.simulate import simulate
from simlib.bandit.table import TableBandit
from simlib.bandit.ucb1 import UCB1

SIGNATURE = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(scope="module")
def result():
    return simulate(BernoulliBandit([0.7, 0.4]), [EpsilonGreedy(), UCB1()], 300, 128, progress=False)


def test_a_picture_is_a_png_and_a_sentence():
    picture = plot.Picture(Figure(), "The line rises from 1 to 2\n over 3 rounds.")
    bundle = picture._repr_mimebundle_()
    assert bundle["text/plain"] == "The line rises from 1 to 2 over 3 rounds."
    assert base64.b64decode(bundle["image/png"]).startswith(SIGNATURE)


@pytest.mark.parametrize("sentence", ["", "figure", "a long sentence without its full stop"])
def test_a_picture_without_a_sentence_is_refused(sentence):
    with pytest.raises(ValueError, match="sentence must say what the figure shows"):
        plot.Picture(Figure(), sentence)


def test_the_sentence_of_regret_has_the_numbers_of_the_simulation(result, tmp_path):
    picture = plot.regret(result, "Two policies")
    for label in result.labels:
        assert f"{label}: {plot.pm(result.mean(label)[-1], result.se(label)[-1])}" in picture.sentence
    assert picture.sentence.startswith("Two policies. Mean regret after 300 rounds over 128 runs:")
    assert "uniform play (dashed) would have 45" in picture.sentence  # 300 rounds x 0.15
    picture.save(tmp_path / "regret.png")
    assert (tmp_path / "regret.png").read_bytes().startswith(SIGNATURE)


def test_the_same_figure_gives_the_same_bytes(result):
    assert plot.regret(result, "Same").png == plot.regret(result, "Same").png


def test_the_curve_is_the_mean_and_the_band_holds_nine_runs_in_ten(result, monkeypatch):
    drawn = []
    monkeypatch.setattr(plot, "Picture", lambda figure, sentence: drawn.append(figure))
    plot.regret(result, "Checked")
    axes = drawn[0].axes[0]
    assert np.array_equal(axes.lines[0].get_ydata(), result.mean("epsilon-greedy 0.1"))
    vertices = axes.collections[0].get_paths()[0].vertices
    low, high = np.quantile(result.regret["epsilon-greedy 0.1"][:, -1], [0.05, 0.95])
    at_the_end = vertices[vertices[:, 0] == 300, 1]
    assert (at_the_end.min(), at_the_end.max()) == pytest.approx((low, high))
    assert axes.get_xlabel()
    assert axes.get_ylabel()


@pytest.mark.parametrize("means", [[[0.5, 0.5]] * 50, [[0.9, 0.1]] * 20 + [[0.1, 0.9]] * 30])
def test_no_regret_and_negative_regret_can_be_drawn(means):
    world = TableBandit(means)
    picture = plot.regret(simulate(world, EpsilonGreedy(), 50, 20, progress=False), "Odd")
    assert f"uniform play (dashed) would have {plot.significant(world.gap_table.mean(axis=1).sum())}" in str(
        picture
    )


def test_an_algorithm_keeps_its_colour():
    assert plot.colour("UCB1", 0) == plot.colour("UCB1 scale 0.5", 3) == plot.COLOURS["UCB1"]
    assert plot.colour("epsilon-greedy 0.1") == plot.COLOURS["epsilon-greedy"]
    assert plot.colour("UCB10", 0) != plot.COLOURS["UCB1"]
    assert not set(plot.OTHERS) & set(plot.COLOURS.values())


def test_labels_at_the_end_of_curves_do_not_overlap():
    figure, axes = plot.new_axes("t", "x", "y")
    axes.set(xlim=(0, 1), ylim=(0, 1))
    plot.label_lines(axes, [("a", 1, 0.50, "k"), ("b", 1, 0.505, "k"), ("c", 1, 0.9, "k")])
    figure.canvas.draw()
    boxes = sorted((text.get_window_extent() for text in axes.texts), key=lambda box: box.y0)
    assert all(lower.y1 <= upper.y0 + 1 for lower, upper in pairwise(boxes))


def test_optimism_says_the_pulls():
    moments = {10: (np.array([0.5, 0.25]), np.array([6.0, 4.0]))}
    picture = plot.optimism(moments, np.array([0.6, 0.4]), "One look")
    assert "true means 0.6, 0.4; after 10 rounds the pulls are 6, 4." in picture.sentence


def test_root_law_says_the_widths():
    n = np.array([10, 1000])
    shares = np.stack([np.linspace(0, 1, 101), np.linspace(0.4, 0.6, 101)], axis=1)
    picture = plot.root_law(n, shares, "Narrower")
    assert "101 fair coins is 0.950 wide after 10 tosses and 0.190 wide after 1000." in picture.sentence


def test_rates_says_regret_and_slope():
    times = [100, 400, 1600]
    worst = {"UCB1": np.array([[10.0, 20.0, 40.0], [12.0, 24.0, 48.0]])}  # like the root of T
    picture = plot.rates(times, worst, np.array(times) / 4, "Slopes")
    assert picture.sentence == (
        "Slopes. Largest regret over the gaps at T = 1600: UCB1 44.0, like T^0.50; "
        "uniform play (dashed) 400, like T."
    )


def luminance(rgb) -> float:
    """WCAG's relative luminance."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb]
    return float(np.dot(linear, [0.2126, 0.7152, 0.0722]))


@pytest.mark.parametrize("hue", plot.PALETTE + plot.OTHERS)
def test_the_labels_of_curves_can_be_read_on_white(hue):
    assert 1.05 / (luminance(plot.ink(hue)) + 0.05) >= 4.5


def test_by_gap_names_the_worst_gap_of_each_policy():
    gaps = np.array([0.1, 0.4])
    worlds = [BernoulliBandit([0.5 + gap / 2, 0.5 - gap / 2]) for gap in gaps]
    results = [simulate(world, EpsilonGreedy(1.0), 100, 128, progress=False) for world in worlds]
    mean, se = results[1].mean("epsilon-greedy 1")[-1], results[1].se("epsilon-greedy 1")[-1]
    assert mean > results[0].mean("epsilon-greedy 1")[-1]  # uniform play: half the gap in each round
    assert plot.by_gap(gaps, results, "Two gaps").sentence == (
        f"Two gaps. Largest regret after 100 rounds: epsilon-greedy 1: {plot.pm(mean, se)} at a gap of 0.40."
    )
