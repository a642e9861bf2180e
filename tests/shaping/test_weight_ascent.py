"""The outer step: its first move on paper, its length, and runs that do not meet."""

import numpy as np
import pytest

from simlib.shaping.weight_ascent import WeightAscent, at_length


def test_the_first_two_steps_on_paper():
    # Adam's first step is the gradient's sign: (3, 1) + 2 (1, -1) = (5, -1), scaled from sqrt(26) to sqrt(10)
    ascent = WeightAscent(np.array([[3.0, 1.0]]), 2.0)
    ascent.step(np.array([[0.3, -0.4]]))
    first = np.array([[5.0, -1.0]]) * np.sqrt(10 / 26)
    assert ascent.weights == pytest.approx(first, rel=1e-6)
    # the second: units (0.6, -0.8) and (0, 1) give means 0.9 * 0.1 u + 0.1 v over 0.19, and squares likewise
    ascent.step(np.array([[0.0, 7.0]]))
    mean = np.array([0.054, -0.072 + 0.1]) / 0.19
    square = np.array([0.999e-3 * 0.36, 0.999e-3 * 0.64 + 1e-3]) / (1 - 0.999**2)
    moved = first + 2 * mean / np.sqrt(square)
    assert ascent.weights == pytest.approx(moved * np.sqrt(10) / np.linalg.norm(moved), rel=1e-5)


def test_a_tiny_gradient_moves_nothing_and_staying_is_a_step_of_the_path():
    ascent = WeightAscent(np.ones((2, 2)), 0.5)
    ascent.step(np.zeros((2, 2)))
    ascent.stay()
    assert np.stack(ascent.path) == pytest.approx(np.ones((3, 2, 2)))


def test_lengths_are_kept_for_each_run_and_zeros_stay():
    weights = at_length(np.array([[3.0, 4.0], [0.0, 0.0]]), np.array([[10.0], [1.0]]))
    assert weights == pytest.approx(np.array([[6.0, 8.0], [0.0, 0.0]]))
    by_state = at_length(np.ones((1, 2, 8)), np.array([[[2.0]]]))
    assert by_state == pytest.approx(np.full((1, 2, 8), 0.5))
