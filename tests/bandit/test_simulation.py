"""The result: its statistics recomputed, its frames tidy, its text stable."""

import numpy as np
import pytest

from simlib.bandit.simulation import Simulation


@pytest.fixture
def result() -> Simulation:
    regret = np.array([[1.0, 4.0], [3.0, 5.0], [2.0, 12.0]])
    pulls = np.array([[8, 2], [7, 3], [1, 9]])
    return Simulation(
        world="two arms",
        gaps=np.array([0.0, 0.5]),
        seed=3,
        t=np.array([1, 10]),
        regret={"a": regret, "b": regret - 1},
        pulls={"a": pulls, "b": pulls},
        uniform=np.array([0.25, 2.5]),
    )


def test_statistics_on_paper(result):
    assert (result.horizon, result.runs, result.labels) == (10, 3, ["a", "b"])
    assert np.array_equal(result.final("a"), [4, 5, 12])
    assert result.mean("a") == pytest.approx([2, 7])
    # sd of (4, 5, 12) is sqrt((9 + 4 + 25) / 2) = 4.3589
    assert result.se("a") == pytest.approx([1 / np.sqrt(3), np.sqrt(19 / 3)])
    assert result.quantile("a", 0.5) == pytest.approx([2, 5])
    assert np.array_equal(result.difference("a", "b"), [1, 1, 1])


def test_a_single_run_has_no_standard_error(result):
    one = Simulation(
        "w", result.gaps, 0, result.t, {"a": np.array([[1.0, 2.0]])}, {"a": np.array([[1, 1]])}, 2 * result.t
    )
    assert np.isnan(one.se("a")).all()


def test_the_frame_is_tidy(result):
    frame = result.to_frame()
    assert list(frame.columns) == [
        "policy", "t", "runs", "regret_mean", "regret_se", "regret_q05", "regret_median", "regret_q95",
    ]  # fmt: skip
    assert len(frame) == 4
    last = frame[(frame.policy == "b") & (frame.t == 10)].iloc[0]
    assert last.regret_mean == pytest.approx(6)
    assert last.regret_q95 == pytest.approx(np.quantile([3, 4, 11], 0.95))
    pulls = result.pulls_frame()
    assert pulls[(pulls.policy == "a") & (pulls.arm == 1)].pulls_mean.item() == pytest.approx(14 / 3)


def test_the_text_says_what_was_played(result):
    text = repr(result)
    assert text.splitlines()[0] == "two arms: 10 rounds, 3 runs, seed 3"
    assert "7.0" in text  # the mean of a
    assert "2.5" in text  # and its standard error
    assert "<td>7.0 ± 2.5</td>" in result._repr_html_()


def test_an_unknown_label_is_answered_with_the_known_ones(result):
    with pytest.raises(ValueError, match=r"label must .*a.*; got .*c"):
        result.mean("c")
