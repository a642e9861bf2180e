"""Sliders where someone can move them, the start's picture elsewhere."""

import pytest
from matplotlib.figure import Figure

from simlib import widget
from simlib.plot import Picture, new_axes
from simlib.widget import explore


def draw(gap, horizon):
    figure, axes = new_axes("t", "x", "y")
    axes.plot([0, horizon], [0, gap])
    return Picture(figure, f"A line over {horizon} rounds rises by {gap} & more.")


CONTROLS = {"gap": ([0.1, 0.2], 0.2), "horizon": ([10, 100], 10)}


@pytest.fixture
def live(monkeypatch):
    monkeypatch.delenv("SIMLIB_WIDGETS", raising=False)


def test_where_nobody_can_move_it_it_is_the_picture_of_the_start(monkeypatch):
    monkeypatch.setenv("SIMLIB_WIDGETS", "no")
    picture = explore(draw, **CONTROLS)
    assert isinstance(picture, Picture)
    assert picture.sentence == "A line over 10 rounds rises by 0.2 & more."


def test_without_ipywidgets_too(live, monkeypatch):
    monkeypatch.setattr(widget.importlib.util, "find_spec", lambda name: None)
    assert isinstance(explore(draw, **CONTROLS), Picture)


def test_a_slider_that_moves_draws_anew_and_says_so(live):
    box = explore(draw, **CONTROLS)
    gap, horizon, image, sentence = box.children
    before = bytes(image.value)
    assert before == draw(0.2, 10).png
    horizon.value = 100
    assert bytes(image.value) == draw(0.2, 100).png != before
    assert sentence.value == "<p>A line over 100 rounds rises by 0.2 &amp; more.</p>"
    gap.value = 0.1
    assert "rises by 0.1" in sentence.value
    assert (gap.description, gap.options) == ("gap", (0.1, 0.2))


@pytest.mark.parametrize("control", [([1], 1), ([1, 2], 3)])
def test_a_start_that_cannot_be_is_refused(control):
    with pytest.raises(ValueError, match="gap must start at one of at least two values; got"):
        explore(lambda gap: Picture(Figure(), "nobody comes to see this picture."), gap=control)
