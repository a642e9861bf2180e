"""Rounded text: on paper, and never a digit more than the error allows."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simlib.report import Table, pm, significant


@pytest.mark.parametrize(
    ("x", "digits", "text"),
    [
        (563.84, 3, "564"),
        (0.012345, 3, "0.0123"),
        (6750.0, 3, "6750"),
        (1234567, 3, "1230000"),
        (-0.99951, 3, "-1.00"),
        (0.0, 3, "0"),
        (math.inf, 3, "inf"),
        (12.0, 2, "12"),
    ],
)
def test_significant_on_paper(x, digits, text):
    assert significant(x, digits) == text


@pytest.mark.parametrize(
    ("mean", "se", "text"),
    [
        (594.123, 1.38, "594.1 ± 1.4"),
        (594.123, 3.8, "594 ± 4"),
        (594.123, 0.052, "594.12 ± 0.05"),
        (59412.3, 380, "59400 ± 400"),
        (0.5, 0.0, "0.5000"),
        (1.731, 5e-16, "1.731"),
        (7.25, math.nan, "7.250"),
    ],
)
def test_pm_on_paper(mean, se, text):
    assert pm(mean, se) == text


@given(st.floats(-1e6, 1e6), st.floats(1e-4, 1e4))
def test_pm_loses_less_than_half_of_the_error(mean, se):
    shown_mean, shown_se = (float(part) for part in pm(mean, se).split(" ± "))
    assert abs(shown_mean - mean) <= 0.5 * se + 1e-9
    assert 0.5 * se <= shown_se <= 1.5 * se


def test_a_table_lines_up_and_escapes():
    table = Table(["policy", "regret"], [("UCB1", "175 ± 1"), ("<b>", 3)], caption="after 100 rounds")
    assert repr(table) == "after 100 rounds\npolicy  regret\nUCB1    175 ± 1\n<b>     3"
    assert "&lt;b&gt;" in table._repr_html_()
    assert "<caption>after 100 rounds</caption>" in table._repr_html_()


def test_a_ragged_table_is_refused():
    with pytest.raises(ValueError, match="rows must have 2 cells; got 1"):
        Table(["a", "b"], [["x"]])
