"""The running mean: on paper, cells apart, never below its floor."""

import numpy as np
import pytest

from simlib.mdp.running_scale import RunningScale, moved


def test_a_move_on_paper():
    assert moved(np.array([1.0, 0.4]), np.array([0.5, 0.4]), 0.2, 0.01) == pytest.approx([0.9, 0.4])


def test_cells_move_apart_and_one_without_bonuses_stays():
    scale = RunningScale((2, 2), rate=0.5)
    scale.learn(np.array([[6.0, 0.0], [1.0, 9.0]]), np.array([[2, 0], [4, 3]]))
    assert scale.scale == pytest.approx(np.array([[2, 1], [0.625, 2]]))


def test_it_reaches_the_mean_of_what_is_paid():
    scale = RunningScale(1)
    for _ in range(300):
        scale.learn(np.array([0.7 * 5]), np.array([5]))
    assert scale.scale == pytest.approx([0.7])


def test_it_never_falls_below_its_floor():
    scale = RunningScale(1, rate=1.0, floor=0.05)
    scale.learn(np.array([0.0]), np.array([7]))
    assert list(scale.scale) == [0.05]


def test_bad_rates_are_refused():
    with pytest.raises(ValueError, match=r"rate must be a number in \(0, 1\]; got 0"):
        RunningScale(1, rate=0)
