"""The pictures of chapter 2: the sentence tells what is drawn, and the shade is where the bound is."""

import dataclasses

import numpy as np
import pytest

from simlib import picture_lower_bound
from simlib.bandit.bernoulli import BernoulliBandit
from simlib.bandit.epsilon_greedy import EpsilonGreedy
from simlib.bandit.simulate import simulate
from simlib.plot import BASELINE


def outcome(regrets, t=(100,)):
    """A simulation of two arms, gap 0.2, that found these regrets: label -> (R, C)."""
    regret = {label: np.array(values, dtype=float).reshape(-1, len(t)) for label, values in regrets.items()}
    real = simulate(BernoulliBandit([0.5, 0.3]), EpsilonGreedy(0.1), 100, 1, progress=False)
    return dataclasses.replace(real, t=np.array(t), regret=regret)


@pytest.fixture
def axes(monkeypatch):
    """Where the next picture was drawn: a function that gives its axes."""
    drawn = []
    keep = picture_lower_bound.Picture

    def picture(figure, sentence):
        drawn.append(figure)
        return keep(figure, sentence)

    monkeypatch.setattr(picture_lower_bound, "Picture", picture)
    return lambda: drawn[0].axes[0]


def shade(axes):
    """The corners of the grey area."""
    return axes.collections[-1].get_paths()[0].vertices


def test_two_worlds_says_the_best_of_each_kind(axes):
    family = (outcome({"one": [2, 4], "two": [7, 9]}), outcome({"one": [12, 14], "two": [5, 7]}))
    told = (outcome({"told": [0, 0]}), outcome({"told": [0, 0]}))
    x, floor = np.array([0.0, 3.0, 6.0, 20.0]), np.array([20.0, 5.0, 2.0, 0.0])
    picture = picture_lower_bound.two_worlds({"kind": family, "told": told}, x, floor, "Plane")
    assert "in A and in B: kind 8.0 and 6.0; told 0 and 0." in picture.sentence
    assert "none has both below 3.0; never looking (dashed) adds up to 20.0." in picture.sentence
    points = axes().lines[0].get_xydata()
    assert points.tolist() == [[3, 13], [8, 6]]
    assert axes().lines[-1].get_xydata().tolist() == [[0, 20], [20, 0]]
    assert axes().lines[-1].get_linestyle() == BASELINE["linestyle"]
    assert [3, 5] in shade(axes()).tolist()


def test_the_bars_of_two_worlds_are_two_standard_errors(axes):
    family = (outcome({"one": [2, 4], "two": [5, 5]}), outcome({"one": [12, 18], "two": [5, 5]}))
    picture_lower_bound.two_worlds({"kind": family}, np.array([0.0, 1.0]), np.array([1.0, 0.0]), "Bars")
    across, up = (bars.get_segments()[0] for bars in axes().collections[:2])
    assert across[:, 0] == pytest.approx([3 - 2, 3 + 2])  # the standard error of 2 and 4 is 1
    assert up[:, 1] == pytest.approx([15 - 6, 15 + 6])


def test_coin_errors_reads_the_curves_at_a_tenth(axes):
    curves = {
        0.2: (np.array([0.05, 0.15]), np.array([0.4, 0.2])),
        0.1: (np.array([0.1, 0.4]), np.array([0.26, 0.1])),
    }
    tried = (np.array([0.1]), np.array([0.25]), 300)
    floor = (np.array([0.05, 0.2]), np.array([0.3, 0.1]))
    sentence = picture_lower_bound.coin_errors(curves, tried, floor, "Coins").sentence
    assert "errs with chance 0.26 to 0.30 for gaps of 0.2, 0.1;" in sentence
    assert "(squares, 300 tries each) err in 0.25 of the tries at n gap^2 = 0.10;" in sentence
    bar = axes().collections[0].get_segments()[0]
    assert bar[:, 1] == pytest.approx([0.25 - 0.05, 0.25 + 0.05])  # 2 sqrt(0.25 * 0.75 / 300)
    assert axes().get_xscale() == "log"


def test_above_floor_says_each_policys_worst(axes):
    x = np.array([10.0, 100.0, 1000.0])
    ratios = {"UCB1": (np.array([0.5, 0.9, 0.7]), np.array([0.01, 0.02, 0.03]))}
    floor, uniform = np.array([0.1, 0.23, 0.2]), np.array([0.4, 0.6, 4.0])
    sentence = picture_lower_bound.above_floor(x, ratios, floor, uniform, "Floor", "rounds").sentence
    assert "UCB1 0.90 ± 0.02; uniform play (dashed) 4.00; no policy" in sentence
    assert sentence.endswith("whose top is 0.230.")
    assert [100, 0.23] in shade(axes()).tolist()
    dashed = axes().lines[-1].get_ydata()
    assert dashed[0] == pytest.approx(0.4)
    assert 1 < dashed[-1] <= 1.25 * 0.9  # as far as it fits


def test_runs_that_all_pay_the_same_have_no_error():
    x = np.array([10.0, 100.0])
    ratios = {"UCB1": (np.array([0.5, 0.75]), np.array([1e-17, 1e-17]))}
    picture = picture_lower_bound.above_floor(x, ratios, x / 1000, x / 200, "Same", "rounds")
    assert "UCB1 0.7500; uniform play (dashed) 0.500;" in picture.sentence


def test_per_log_measures_the_slope_of_a_logarithm(axes):
    t = np.array([1, 10, 100, 1000])
    regret = {"KL-UCB": np.stack([7 * np.log(t) - 1, 7 * np.log(t) + 1])}
    picture = picture_lower_bound.per_log(outcome(regret, t), 4.5, "Log")
    assert (
        "since round 100: KL-UCB 48.4 ± 1.0, slope 7.0; the slope of Lai and Robbins (dashed) is 4.50."
        in (picture.sentence)
    )
    assert axes().lines[-1].get_ydata() == pytest.approx(4.5 * np.log(t))


def test_the_pictures_take_real_simulations():
    policies = [EpsilonGreedy(0.1), EpsilonGreedy(0.5)]
    worlds = (BernoulliBandit([0.5, 0.4]), BernoulliBandit([0.5, 0.6]))
    in_a, in_b = (simulate(world, policies, 50, 128, progress=False) for world in worlds)
    x = np.linspace(0, 5, 9)
    picture = picture_lower_bound.two_worlds({"epsilon-greedy": (in_a, in_b)}, x, 5 - x, "Real")
    assert picture.png.startswith(b"\x89PNG")
    assert picture_lower_bound.per_log(in_a, 3.0, "Real").sentence.startswith("Real. Regret after 50")
