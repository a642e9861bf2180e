"""Naming the best arm: shares and sweeps recomputed, and the valley that the theory draws."""

import math

import numpy as np
import pytest

from simlib.bandit.baseline import Uniform
from simlib.bandit.bernoulli import BernoulliBandit
from simlib.bandit.best_arm import ExplorationSweep, exploration_sweep, misidentified
from simlib.bandit.explore_first import ExploreFirst, exploration_length
from simlib.bandit.simulate import simulate
from simlib.bandit.simulation import Simulation
from simlib.stats import clopper_pearson


@pytest.fixture
def result() -> Simulation:
    simple = np.array([[0.3, 0.0], [0.2, 0.3], [0.0, 0.0], [0.3, 0.0], [0.2, 0.0]])
    regret, pulls = np.ones((5, 2)), np.ones((5, 3), dtype=int)
    return Simulation(
        world="three arms",
        gaps=np.array([0.0, 0.3, 0.2]),
        seed=1,
        t=np.array([1, 40]),
        uniform=np.array([1 / 6, 20 / 3]),
        regret={"a": regret, "b": regret},
        pulls={"a": pulls, "b": pulls},
        simple_regret={"a": simple},
    )


def test_shares_of_wrong_answers_on_paper(result):
    seen = misidentified(result, "a")
    assert seen.share == pytest.approx([0.8, 0.2])
    # of five runs, k = 1: the lower end solves 1 - (1 - p)^5 = 0.025
    assert seen.low[1] == pytest.approx(1 - 0.975**0.2)
    assert seen.high[1] == pytest.approx(clopper_pearson(1, 5).high)
    assert (seen.low < seen.share).all()
    assert (seen.share < seen.high).all()
    wider = misidentified(result, "a", alpha=0.001)
    assert wider.high[1] > seen.high[1]


def test_its_frame_is_tidy_and_its_text_says_how_sure_it_is(result):
    seen = misidentified(result, "a")
    frame = seen.to_frame()
    assert list(frame.columns) == ["policy", "runs", "t", "share", "low", "high"]
    assert frame.share.tolist() == pytest.approx([0.8, 0.2])
    assert repr(seen) == "a after 40 rounds: wrong arm in 0.2000 of 5 runs, interval 0.0051 to 0.7164"


def test_a_policy_that_predicts_nothing_is_refused(result):
    with pytest.raises(ValueError, match="label of a policy that predicts must be one of a; got 'b'"):
        misidentified(result, "b")


def test_an_equally_good_arm_is_no_wrong_answer():
    same = simulate(BernoulliBandit([0.5, 0.5]), Uniform(), 50, 64, progress=False)
    assert (misidentified(same, "Uniform").share == 0).all()


def test_the_share_falls_as_the_binomial_law_says(seed):
    # explore-first with n pulls each of coins 0.6 and 0.4: wrong if the worse shows more heads, and in half
    # of the ties. n = 4 and horizon 8: exact by enumeration.
    better = [math.comb(4, k) * 0.6**k * 0.4 ** (4 - k) for k in range(5)]
    p = sum(better[4 - j] * (sum(better[:j]) + 0.5 * better[j]) for j in range(5))
    policy = ExploreFirst(4)
    played = simulate(BernoulliBandit([0.6, 0.4]), policy, 8, 4096, seed, progress=False)
    seen = misidentified(played, policy.label, alpha=1e-6)
    assert seen.high[-1] - seen.low[-1] < 0.08
    assert seen.low[-1] <= p <= seen.high[-1]


def test_a_sweep_is_what_the_simulator_says_of_each_length():
    world = BernoulliBandit([0.7, 0.4])
    sweep = exploration_sweep(world, [2, 9], 60, 200, seed=4)
    assert sweep.lengths.tolist() == [2, 9]
    for row, length in zip(sweep.regret, (2, 9), strict=True):
        alone = simulate(world, {str(length): ExploreFirst(length)}, 60, 200, seed=4, progress=False)
        assert np.array_equal(row, alone.final(str(length)))
    assert sweep.formula == exploration_length(2, 60)


def test_the_statistics_of_a_sweep_on_paper():
    regret = np.array([[4.0, 5.0, 12.0], [2.0, 3.0, 4.0]])
    sweep = ExplorationSweep("two arms", 90, 3, np.array([5, 8]), regret, 11)
    assert sweep.runs == 3
    assert sweep.mean == pytest.approx([7, 3])
    assert sweep.se == pytest.approx([math.sqrt(19 / 3), 1 / math.sqrt(3)])
    assert sweep.best == 8
    frame = sweep.to_frame()
    assert list(frame.columns) == ["n_explore", "regret_mean", "regret_se", "runs"]
    assert frame.regret_mean.tolist() == pytest.approx([7, 3])
    text = repr(sweep).splitlines()
    assert text[0] == "explore-first, two arms: 90 rounds, 3 runs, seed 3"
    assert text[2].split() == ["5", "7.0", "2.5"]
    assert text[-1] == "least at 8; the formula advises 11"
    assert np.isnan(ExplorationSweep("w", 9, 0, np.array([1]), np.ones((1, 1)), 1).se).all()


def test_too_short_errs_and_too_long_pays(seed):
    # a valley: at the ends the regret is above its least by more than six standard errors
    sweep = exploration_sweep(BernoulliBandit([0.6, 0.4]), [1, 4, 16, 64, 256, 500], 1000, 1024, seed)
    least = sweep.mean.min()
    for end in (0, -1):
        assert sweep.mean[end] - 6 * sweep.se[end] > least + 10
    # exploring to the end, nothing is left to err on: 500 pulls of the worse arm at 0.2
    assert sweep.regret[-1] == pytest.approx(100)
    assert 4 <= sweep.best <= 256


@pytest.mark.parametrize("lengths", [[], [3, 3], [5, 2], [0, 4], [4, 51]])
def test_lengths_that_do_not_fit_are_refused(lengths):
    with pytest.raises(ValueError, match=r"lengths must increase, from 1 to at most T/K = 50; got \["):
        exploration_sweep(BernoulliBandit([0.6, 0.4]), lengths, 100, 10)
