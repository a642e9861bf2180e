"""The picture of chapter 16: what is drawn is what the sentence says."""

import numpy as np
import pytest

from simlib import plot
from simlib.picture_bonus import lines


@pytest.fixture
def drawn(monkeypatch):
    """The figures of the pictures drawn in this test."""
    kept, real = [], plot.Picture

    def keep(figure, sentence):
        kept.append(figure)
        return real(figure, sentence)

    monkeypatch.setattr(plot, "Picture", keep)
    return kept


@pytest.mark.parametrize("log", [False, True])
def test_means_and_bands_are_those_of_the_runs(drawn, log):
    curves = {"up": np.array([[0.0, 2.0], [2.0, 6.0]]), "flat": np.full((2, 3), -0.001)}
    picture = lines([0.1, 1.0], curves, "Two lines", "beta", "success", log=log)
    assert picture.sentence == (
        "Two lines. success at beta 0.1, 1: up 1.00, 4.00; flat 0.00, 0.00; bands are 2 standard errors."
    )
    (axes,) = drawn[0].axes
    assert axes.lines[0].get_xydata().tolist() == [[0.1, 1], [1, 4]]
    band = axes.collections[0].get_paths()[0].vertices  # standard errors 1 and 2
    assert (band[:, 1].min(), band[:, 1].max()) == (-1.0, 8.0)
    assert axes.get_xscale() == ("log" if log else "linear")
    assert [tick.get_text() for tick in axes.get_xticklabels()] == ["0.1", "1"]
    assert (axes.get_xlabel(), axes.get_ylabel()) == ("beta", "success")
