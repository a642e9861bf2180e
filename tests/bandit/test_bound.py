"""Bounds on paper, and UCB1 between the two that concern it."""

import math

import numpy as np
import pytest

from simlib.bandit.bernoulli import BernoulliBandit
from simlib.bandit.bound import lai_robbins, minimax_bound, ucb1_bound
from simlib.bandit.simulate import simulate
from simlib.bandit.ucb1 import UCB1


def test_lai_robbins_on_paper():
    # one arm of 1/4 under 1/2: 1/4 / (3/4 log 3 - log 2)
    assert lai_robbins([0.5, 0.25]) == pytest.approx(0.25 / (0.75 * math.log(3) - math.log(2)))
    assert lai_robbins([0.6] + [0.5] * 9) == pytest.approx(44.09, abs=0.01)
    assert lai_robbins([0.5, 0.5]) == 0
    assert lai_robbins([1.0, 0.5]) == 0


def test_minimax_on_paper():
    assert minimax_bound(10, [9, 900]) == pytest.approx([1 / 3, 10 / 3])
    with pytest.raises(ValueError, match=r"^horizon must be >= K - 1 = 9; got 8$"):
        minimax_bound(10, 8)


def test_ucb1_bound_on_paper():
    # log T = 2, gaps 1/2 and 1/4: 16 (2 + 4) + (1 + pi^2/3) 3/4
    want = 96 + 0.75 * (1 + math.pi**2 / 3)
    assert ucb1_bound([0, 0.5, 0.25], math.exp(2)) == pytest.approx(want)
    with pytest.raises(ValueError, match=r"^gaps must be >= 0 and horizon >= 1; got \[-0\.1\] and 5\.0$"):
        ucb1_bound([-0.1], 5)


def test_ucb1_lies_between_the_bounds(seed):
    world = BernoulliBandit([0.9, 0.5])
    result = simulate(world, UCB1(), 3000, 256, seed, progress=False)
    mean, times = result.mean("UCB1"), result.t
    assert (mean < ucb1_bound(world.gaps, times)).all()
    growth = (mean[-1] - mean[-12]) / np.log(times[-1] / times[-12])
    assert growth > lai_robbins(world.means)
