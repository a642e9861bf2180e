"""Pictures of chapter A: what is drawn is what was given, and the sentence tells its numbers."""

import numpy as np
import pytest

from simlib import picture_concentration as picture
from simlib.stats import clopper_pearson

N = np.array([10, 100, 1000])
SIGNATURE = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def drawn(monkeypatch):
    """The axes of each picture drawn since."""
    axes = []
    keep = picture.Picture
    monkeypatch.setattr(
        picture, "Picture", lambda figure, said: (axes.append(figure.axes[0]), keep(figure, said))[1]
    )
    return axes


def distances():
    """Of 101 means: evenly spread from 0 to 1 after 10 rewards, to 0.4 after 100, to 0.1 after 1000."""
    return np.linspace(0, 1, 101)[:, None] * np.array([1, 0.4, 0.1])


def some_outside():
    """Of 200 coins none, 3 and 40 have been seen outside by the three moments."""
    seen = np.zeros((200, 3), bool)
    seen[:3, 1], seen[:40, 2] = True, True
    return seen


def test_strays_draws_the_quantile_and_the_radii(drawn):
    radii = {"Hoeffding": np.array([0.5, 0.2, 0.07]), "Bernstein": np.array([0.9, 0.3, 0.03])}
    picture.strays(N, {"coin": distances()}, radii, 0.2, "Checked")
    coin, first, second = drawn[0].lines
    assert coin.get_ydata() == pytest.approx([0.8, 0.32, 0.08])
    assert np.array_equal(first.get_ydata(), radii["Hoeffding"])
    assert np.array_equal(second.get_ydata(), radii["Bernstein"])
    assert (first.get_linestyle(), second.get_linestyle()) == ("--", "-.")


def test_the_band_of_strays_is_the_interval_of_the_quantile(drawn):
    """Ranks 0.8 +- 2.576 sqrt(0.8 x 0.2 / 101), of values spread evenly up to 0.1 after 1000."""
    picture.strays(N, {"coin": distances()}, {}, 0.2, "Checked")
    vertices = drawn[0].collections[0].get_paths()[0].vertices
    at_the_end = vertices[vertices[:, 0] == 1000, 1]
    assert (at_the_end.min(), at_the_end.max()) == pytest.approx((0.06975, 0.09025), abs=1e-5)


def test_strays_says_what_is_drawn_at_the_end():
    shown = picture.strays(N, {"coin": distances()}, {"Hoeffding": np.array([0.5, 0.2, 0.07])}, 0.2, "Near")
    assert shown.sentence == (
        "Near. Solid: the distance that 80 % of 101 means stay within, with its 99 % interval; broken lines: "
        "radii that promise it. After 1000 rewards: coin 0.0800; Hoeffding 0.0700."
    )
    assert shown.png.startswith(SIGNATURE)


def test_broken_promises_draws_shares_with_their_exact_intervals(drawn):
    picture.broken_promises(N, {"peeking": some_outside()}, 0.05, "Checked")
    curve, promise = drawn[0].lines
    assert curve.get_ydata() == pytest.approx([0, 1.5, 20])
    assert list(promise.get_ydata()) == [5, 5]
    vertices = drawn[0].collections[0].get_paths()[0].vertices
    at_the_end = vertices[vertices[:, 0] == 1000, 1]
    assert (at_the_end.min() / 100, at_the_end.max() / 100) == pytest.approx(clopper_pearson(40, 200, 0.01))


def test_broken_promises_says_the_shares():
    seen = {"peeking": some_outside(), "one look": np.zeros((200, 3), bool)}
    shown = picture.broken_promises(N, seen, 0.05, "Broken")
    assert shown.sentence == (
        "Broken. Share of 200 fair coins seen outside by toss 1000: peeking 20 %; one look 0 %; "
        "promised (dashed) at most 5 %."
    )


def test_coin_errors_marks_where_the_error_is_small(drawn):
    errors = {"far": np.array([0.3, 0.1, 0.02]), "near": np.array([0.45, 0.4, 0.2])}
    floors = {label: error / 2 for label, error in errors.items()}
    shown = picture.coin_errors(N, errors, floors, "Checked")
    far, far_floor, far_dot, *_, near_dot, guess = drawn[0].lines
    assert np.array_equal(far.get_ydata(), errors["far"])
    assert np.array_equal(far_floor.get_ydata(), floors["far"])
    assert (far_dot.get_xdata()[0], far_dot.get_ydata()[0]) == (100, 0.1)
    assert (near_dot.get_xdata()[0], near_dot.get_ydata()[0]) == (1000, 0.2)
    assert list(guess.get_ydata()) == [0.5, 0.5]
    assert "at most 1 in 10 for far from n = 100 on; near at no n shown." in shown.sentence


@pytest.mark.parametrize("name", ["strays", "broken_promises", "coin_errors"])
def test_axes_have_units(drawn, name):
    value = {"strays": distances(), "broken_promises": some_outside(), "coin_errors": np.full(3, 0.3)}[name]
    last = {"a": np.full(3, 0.2)} if name != "broken_promises" else 0.05
    rest = (0.2,) if name == "strays" else ()
    getattr(picture, name)(N, {"a": value}, last, *rest, "Checked")
    assert drawn[0].get_xlabel() in ("rewards n", "tosses n")
    assert drawn[0].get_ylabel()
