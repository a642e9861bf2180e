"""Naive bonuses: what they pay, and when they are farmed."""

import numpy as np
import pytest

from simlib.mdp.gridworld import GridWorld
from simlib.shaping.naive import (
    closer,
    distances,
    presence,
    progress,
    terminal_slip,
    value_by_scale,
)
from simlib.shaping.potential import bonus_of

HALL = "S..G"
RIGHT, LEFT = 1, 3


def test_what_each_pays_in_a_hall():
    mdp = GridWorld(HALL, discount=0.9)
    far = distances(mdp, 3)
    assert far.tolist() == [3, 2, 1, 0]
    right, left = closer(mdp, far)[1, RIGHT, 0], closer(mdp, far)[1, LEFT, 0]
    assert (right, left) == (1, 0)
    assert progress(mdp, far)[1, LEFT, 0] == -1
    assert presence(mdp, [2])[1, :, 0].tolist() == [0, 1, 0, 0]
    assert terminal_slip(mdp, -far - 1)[2, RIGHT, 0] == pytest.approx(0.9 * -1 + 2)


def test_no_way_is_infinitely_far():
    mdp = GridWorld("S.#.\n..#.\nG.#.")
    assert np.isinf(distances(mdp, mdp.state_at(2, 0))[mdp.state_at(0, 3)])


def test_the_scale_at_which_a_hall_is_farmed():
    # one step before the goal: 1 + c now, or for ever back and forth: c every second step from the next one
    # on, gamma c / (1 - gamma^2); at gamma 0.9 that is 4.737 c, so farming starts at c = 1 / 3.737 = 0.2676
    mdp = GridWorld("S.G", discount=0.9)
    bonus = closer(mdp, distances(mdp, 2))
    value = value_by_scale(mdp, bonus, [0.0, 0.26, 0.275, 1.0])
    assert value == pytest.approx([0.9, 0.9, 0.0, 0.0])


def test_gamma_forgotten_pays_for_a_detour():
    # the same sum on every way, but without gamma it pays (1 - gamma) * distance for each step that is put
    # off
    mdp = GridWorld("S.G", discount=0.9)
    far = distances(mdp, 2)
    forgotten, right = progress(mdp, far), bonus_of(mdp, -far)
    assert (right - forgotten)[0, LEFT, 0] == pytest.approx(0.1 * 2)
