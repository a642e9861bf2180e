"""Product, sum and NovelD on paper, and what each does where one part is silent."""

import numpy as np
import pytest

from simlib.mdp.combined_bonus import product, weighted_sum
from simlib.mdp.noveld import noveld

GLOBAL, FIRST = np.array([0.5, 0.25, 0.8]), np.array([1.0, 0.0, 1.0])


def test_product_and_sum_on_paper():
    assert product(GLOBAL, FIRST) == pytest.approx([0.5, 0, 0.8])
    assert weighted_sum(GLOBAL, FIRST) == pytest.approx([0.75, 0.125, 0.9])
    assert weighted_sum(GLOBAL, FIRST, 0.2) == pytest.approx([0.9, 0.05, 0.96])


def test_the_weight_of_a_sum_reaches_both_of_its_parts():
    assert np.array_equal(weighted_sum(GLOBAL, FIRST, 1), GLOBAL)
    assert np.array_equal(weighted_sum(GLOBAL, FIRST, 0), FIRST)


def test_noveld_on_paper():
    # 0.8 - 0.5 * 0.4 = 0.6; 0.3 - 0.5 * 0.9 < 0; 0.7 on a second visit
    before, after, first = np.array([0.4, 0.9, 0.2]), np.array([0.8, 0.3, 0.8]), np.array([1, 1, 0])
    assert noveld(before, after, first) == pytest.approx([0.6, 0, 0])
    assert noveld(before, after, first, scale=0.25) == pytest.approx([0.7, 0.075, 0])


def test_noveld_without_its_scale_is_the_product():
    assert np.array_equal(noveld(np.ones(3), GLOBAL, FIRST, scale=0), product(GLOBAL, FIRST))


def test_bad_weights_are_refused():
    with pytest.raises(ValueError, match=r"weight must be a number in \[0, 1\]; got 1.2"):
        weighted_sum(GLOBAL, FIRST, 1.2)
    with pytest.raises(ValueError, match="scale must be a number >= 0; got -1"):
        noveld(GLOBAL, GLOBAL, FIRST, -1)
