"""The picture of chapter 14: what is drawn is what the sentence says."""

import numpy as np
import pytest

from simlib import plot
from simlib.picture_learning import curves

TIMES = np.array([10, 20])


@pytest.fixture
def drawn(monkeypatch):
    """The figures of the pictures drawn in this test."""
    kept, real = [], plot.Picture

    def keep(figure, sentence):
        kept.append(figure)
        return real(figure, sentence)

    monkeypatch.setattr(plot, "Picture", keep)
    return kept


def test_means_and_bands_are_those_of_the_runs(drawn):
    values = np.array([[1.0, 2.0], [3.0, 6.0]])  # means 2 and 4, standard errors 1 and 2
    picture = curves("Two runs", "steps", "reward", {"SARSA": (TIMES, values)}, ("best", 5.0))
    assert picture.sentence == (
        "Two runs. After 20 steps, reward: SARSA 4 ± 2; best (dashed) 5.00. Means of 2 runs, bands of 2 "
        "standard errors."
    )
    (axes,) = drawn[0].axes
    line = next(one for one in axes.lines if one.get_color() == plot.COLOURS["SARSA"])
    assert line.get_xydata().tolist() == [[10, 2], [20, 4]]
    band = axes.collections[0].get_paths()[0].vertices
    assert (band[:, 1].min(), band[:, 1].max()) == (0.0, 8.0)
    assert (axes.get_xlabel(), axes.get_ylabel()) == ("steps", "reward")


def test_learners_seen_together_have_colours_of_their_own():
    for together in (
        ("Q-learning", "SARSA", "Q(lambda)", "8-step SARSA"),
        ("Q-learning", "Double Q"),
        ("Q-learning", "Dyna-Q, 5", "Dyna-Q, 20"),
        ("TD(0)", "Monte Carlo"),
    ):
        assert len({plot.colour(label) for label in together}) == len(together)
