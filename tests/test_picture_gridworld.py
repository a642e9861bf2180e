"""Pictures of chapter 13: what is drawn is what the sentence says."""

import numpy as np
import pytest

from simlib import picture_gridworld
from simlib.mdp.gridworld import GridWorld
from simlib.picture_gridworld import certificate, plan, plans

WORLD = GridWorld("S.\n#G", discount=0.5)
VALUE, POLICY = np.array([0.5, 1.0, 0.0]), np.array([1, 2, 0])


@pytest.fixture
def drawn(monkeypatch):
    """The figures of the pictures drawn in this test."""
    kept = []
    real = picture_gridworld.Picture

    def keep(figure, sentence):
        kept.append(figure)
        return real(figure, sentence)

    monkeypatch.setattr(picture_gridworld, "Picture", keep)
    return kept


def arrows(axes):
    """(x, y) of the tails and of the directions of the arrows on a map, in units of cells."""
    (quiver,) = [c for c in axes.collections if hasattr(c, "U")]
    return quiver.XY, np.stack([quiver.U, quiver.V], axis=-1)


def test_a_plan_says_what_it_shows(drawn):
    picture = plan(WORLD, VALUE, POLICY, "A small house")
    assert picture.sentence == (
        "A small house. A map of 3 cells, darker where the value is higher; it is 0.500 at the start, and "
        "1.00 where it is highest. An arrow in each cell shows what the policy does there: right from the "
        "start."
    )
    tails, way = arrows(drawn[0].axes[0])
    assert tails == pytest.approx(np.array([[-0.28, 0.0], [1.0, -0.28]]))
    # right is +x, down is +y: a map has its first row at the top; no arrow where the game is over
    assert way == pytest.approx(np.array([[0.56, 0.0], [0.0, 0.56]]))
    shades = drawn[0].axes[0].images[0].get_array()
    assert shades.mask.tolist() == [[False, False], [True, True]]
    assert shades.compressed().tolist() == [0.5, 1.0]
    assert sorted(text.get_text() for text in drawn[0].axes[0].texts) == ["G", "S"]


def test_plans_count_the_arrows_that_differ(drawn):
    found = {"near": (VALUE, POLICY), "far": (2 * VALUE, np.array([0, 2, 3]))}
    picture = plans(WORLD, found, "Two minds")
    assert picture.sentence == (
        "Two minds. near: right from the start, a value of 0.500 at the start; far: up from the start, a "
        "value of 1.00 at the start; the arrows differ in 1 of 2 cells."
    )
    assert [axes.get_title() for axes in drawn[0].axes] == ["near", "far"]


def test_a_certificate_says_the_last_and_the_worst(drawn):
    picture = certificate(np.array([8.0, 2.0, 1.0]), np.array([16.0, 6.0, 1.5]), 0.5, "Down")
    assert picture.sentence == (
        "Down. After 2 sweeps with gamma = 0.5 the true error is 1.0e+00, the certificate says at most "
        "1.5e+00, and gamma^k times the first error (dashed) is 2.0e+00. The certificate is at most 3.0 "
        "times as large as the error."
    )
    dashed, bound, error = drawn[0].axes[0].lines
    assert dashed.get_linestyle() == "--"
    assert list(dashed.get_ydata()) == [8.0, 4.0, 2.0]
    assert list(bound.get_ydata()) == [16.0, 6.0, 1.5]
    assert list(error.get_ydata()) == [8.0, 2.0, 1.0]
    assert drawn[0].axes[0].get_yscale() == "log"


def test_a_certificate_below_the_error_is_no_certificate():
    with pytest.raises(ValueError, match="bound must never be below the error; got 1 and 2 after 1 sweeps"):
        certificate(np.array([8.0, 2.0]), np.array([16.0, 1.0]), 0.5, "Down")
