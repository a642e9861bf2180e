"""Pictures of chapter 3: what is drawn is what the sentence says, with the numbers of the beliefs."""

import numpy as np
import pytest
from scipy import stats

from simlib import picture_posterior
from simlib.picture_posterior import belief, density, growth, matching, narrowing

SIGNATURE = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def drawn(monkeypatch):
    """The axes of the pictures drawn in this test."""
    kept = []
    real = picture_posterior.Picture

    def keep(figure, sentence):
        kept.append(figure.axes[0])
        return real(figure, sentence)

    monkeypatch.setattr(picture_posterior, "Picture", keep)
    return kept


@pytest.mark.parametrize(("alpha", "beta"), [(1, 1), (4, 2), (0.5, 3), (50, 1), (700, 300)])
def test_density_is_the_beta_law(alpha, beta):
    x = np.array([0.01, 0.3, 0.72, 0.99])
    assert density(alpha, beta, x) == pytest.approx(stats.beta(alpha, beta).pdf(x), rel=1e-10)


def test_density_broadcasts():
    alpha, x = np.array([[2.0], [5.0]]), np.array([0.2, 0.4, 0.9])
    assert density(alpha, 3.0, x).shape == (2, 3)
    assert density(alpha, 3.0, x)[1, 2] == pytest.approx(105 * 0.9**4 * 0.1**2)  # 1/B(5, 3) = 105


def test_belief_says_mean_and_interval():
    picture = belief(1, 1, 3, 1, "Three in four")
    low, high = stats.beta(4, 2).ppf([0.025, 0.975])
    assert picture.sentence == (
        "Three in four. Before the data (dashed) the belief has mean 0.50; after 4 pulls, of which 3 paid "
        f"1, it has mean 0.67 and lies with 95 % between {low:.2f} and {high:.2f}."
    )
    assert (f"{low:.2f}", f"{high:.2f}") == ("0.28", "0.95")
    assert picture.png.startswith(SIGNATURE)


def test_belief_draws_the_prior_dashed_and_the_posterior_solid(drawn):
    belief(2, 5, 6, 1, "Drawn")
    prior, posterior = drawn[0].lines[:2]
    x = prior.get_xdata()
    assert prior.get_linestyle() == "--"
    assert prior.get_ydata() == pytest.approx(stats.beta(2, 5).pdf(x))
    assert posterior.get_linestyle() == "-"
    assert posterior.get_ydata() == pytest.approx(stats.beta(8, 6).pdf(x))
    band = drawn[0].collections[0].get_paths()[0].vertices[:, 0]
    assert (band.min(), band.max()) == pytest.approx(tuple(stats.beta(8, 6).ppf([0.025, 0.975])))


@pytest.mark.parametrize("prior", [(0.5, 0.5), (50, 1), (1, 50)])
def test_a_prior_that_is_infinite_at_an_end_can_be_drawn(drawn, prior):
    assert belief(*prior, 0, 0, "Nothing seen").png.startswith(SIGNATURE)
    assert np.isfinite(drawn[0].get_ylim()).all()


def test_narrowing_says_the_pulls_and_keeps_the_rows_apart(drawn):
    moments = {
        10: (np.array([4.0, 2.0]), np.array([3.0, 5.0])),
        100: (np.array([50.0, 9.0]), np.array([31.0, 14.0])),
    }
    picture = narrowing(moments, np.array([0.6, 0.4]), "Two looks")
    assert "the true means 0.6, 0.4, numbers" in picture.sentence
    assert "after 10 rounds the pulls are 5, 5; after 100 rounds the pulls are 79, 21." in picture.sentence
    curves = [line for line in drawn[0].lines if len(line.get_xdata()) > 2]
    heights = [(line.get_ydata().min().round(6), line.get_ydata().max()) for line in curves]
    assert [low // 1 for low, _ in heights] == [1, 1, 0, 0]  # the first moment on top
    assert all(high < low + 0.8 for low, high in heights)
    peaks = [line.get_xdata()[line.get_ydata().argmax()] for line in curves]
    assert peaks == pytest.approx([3 / 5, 1 / 5, 49 / 79, 8 / 21], abs=1e-3)  # the modes


def test_matching_puts_runs_in_groups_and_says_the_worst(drawn):
    prob = np.repeat([0.15, 0.75], 40)
    a = np.r_[np.arange(40) < 6, np.arange(40) < 30]  # 15 % and 75 %: equal
    b = np.r_[np.arange(40) < 10, np.arange(40) < 30]  # 25 % where 15 % is due
    picture = matching(prob, {"truth": a, "policy": b}, "Groups")
    assert "80 runs in 2 groups by the posterior probability" in picture.sentence
    assert "truth differs by at most 0.0 points; policy differs by at most 10.0 points" in picture.sentence
    dots = [line.get_ydata()[0] for line in drawn[0].lines if len(line.get_xdata()) == 1]
    assert dots == pytest.approx([15, 75, 25, 75])
    assert drawn[0].lines[0].get_linestyle() == "--"


def test_matching_takes_the_ends_in(drawn):
    prob = np.array([0.0, 0.04, 1.0, 0.97])
    happened = np.array([False, False, True, True])
    assert "4 runs in 2 groups" in matching(prob, {"it": happened}, "Ends").sentence


def test_growth_says_regret_and_power(drawn):
    regret = {"UCB1": np.array([[10.0, 20.0, 40.0], [12.0, 24.0, 48.0]])}  # like the root of T
    picture = growth([100, 400, 1600], regret, 4, "Roots")
    assert picture.sentence == (
        "Roots. Bayesian regret of 4 arms at T = 1600: UCB1 44 ± 4, like T^0.50; "
        "the root of K T (dashed) is 80.0."
    )
    curve, root = drawn[0].lines
    assert list(curve.get_ydata()) == [11, 22, 44]
    assert root.get_linestyle() == "--"
    assert list(root.get_ydata()) == [20, 40, 80]
    assert [label.get_text() for label in drawn[0].get_yticklabels()] == ["10", "20", "50"]


def test_every_picture_names_its_axes(drawn):
    belief(1, 1, 0, 0, "One")
    narrowing({3: (np.array([2.0, 2.0]), np.array([1.0, 2.0]))}, np.array([0.6, 0.4]), "Two")
    matching(np.array([0.2, 0.7]), {"it": np.array([True, False])}, "Three")
    growth([10, 20], {"it": np.array([[3.0, 4.0], [4.0, 5.0]])}, 2, "Four")
    assert all(axes.get_xlabel() and axes.get_ylabel() for axes in drawn)
    assert [axes.get_title(loc="left") for axes in drawn] == ["One", "Two", "Three", "Four"]
