"""Value iteration in three orders: sweeps on paper, the theory's rate, where each order wins."""

import math

import numpy as np
import pytest

from simlib.mdp.bellman import backup
from simlib.mdp.chain import Chain
from simlib.mdp.gridworld import GridWorld
from simlib.mdp.plan import NotConverged
from simlib.mdp.policy_iteration import policy_iteration
from simlib.mdp.river_swim import RiverSwim
from simlib.mdp.tabular import TabularMDP
from simlib.mdp.value_iteration import gauss_seidel, prioritised, value_iteration


def left_corridor(n: int) -> TabularMDP:
    """The prize is at state 0: good news travels in the order of the sweep."""
    probs = np.zeros((n, 2, n))
    here = np.arange(n)
    probs[here, 0, np.maximum(here - 1, 0)] = probs[here, 1, np.minimum(here + 1, n - 1)] = 1
    reward = np.zeros((n, 2))
    reward[1, 0] = 1.0
    return TabularMDP(probs, reward, 0.9, n - 1, terminal=0)


def test_one_state_on_paper():
    # 1 + v / 2 from 0: 1, 1.5, 1.75; the residual of 1.75 is 0.125 and its error 0.25
    mdp = TabularMDP(np.ones((1, 1, 1)), np.ones((1, 1)), 0.5)
    plan = value_iteration(mdp, tolerance=0.26)
    assert plan.value.tolist() == [1.75]
    assert (plan.residual, plan.error_bound, plan.sweeps) == (0.125, 0.25, 4)  # the fourth certifies


def test_sweeps_are_those_of_a_slow_loop():
    mdp, tolerance = RiverSwim(4, discount=0.8), 1e-3
    probs, value, sweeps = mdp.transition.probs, np.zeros(4), 0
    while True:
        sweeps += 1
        new = [
            max(mdp.reward[s, a] + 0.8 * sum(probs[s, a, t] * value[t] for t in range(4)) for a in range(2))
            for s in range(4)
        ]
        if max(abs(x - y) for x, y in zip(new, value, strict=True)) <= tolerance * 0.2:
            break
        value = np.array(new)
    plan = value_iteration(mdp, tolerance)
    assert plan.sweeps == sweeps
    assert plan.value == pytest.approx(value, rel=1e-12)


def test_the_error_shrinks_by_gamma_at_least():
    mdp = RiverSwim(discount=0.9)
    best, value = policy_iteration(mdp).value, np.full(6, 50.0)
    for _ in range(30):
        new = backup(mdp, value).max(axis=-1)
        assert np.abs(new - best).max() <= 0.9 * np.abs(value - best).max() + 1e-12
        value = new


def test_sweeps_grow_like_one_over_log_gamma():
    # a world that pays 1 for ever: the step after k sweeps is gamma^k, so their number is known
    for gamma in (0.5, 0.9, 0.99, 0.999):
        mdp = TabularMDP(np.ones((1, 1, 1)), np.ones((1, 1)), gamma)
        want = math.ceil(math.log(1e-3 * (1 - gamma)) / math.log(gamma)) + 1
        assert abs(value_iteration(mdp, 1e-3).sweeps - want) <= 1


@pytest.mark.parametrize("planner", [value_iteration, gauss_seidel, prioritised])
def test_a_good_guess_saves_the_work(planner):
    mdp = GridWorld("S..\n...\n..G", slip=0.2)
    best = policy_iteration(mdp).value
    plan = planner(mdp, initial=best)
    assert plan.sweeps <= 1
    assert np.array_equal(plan.value, best)
    from_far = planner(mdp, initial=np.where(mdp.terminal, 0.0, 9.0))
    assert np.abs(from_far.value - best).max() <= 1e-6
    assert best is not plan.value


@pytest.mark.parametrize("planner", [value_iteration, gauss_seidel, prioritised])
def test_a_wrong_guess_behind_the_end_is_put_right(planner):
    guess = np.full(4, 5.0)
    plan = planner(Chain(4), initial=guess)
    assert plan.value[-1] == 0
    assert guess.tolist() == [5.0] * 4
    assert plan.value == pytest.approx(Chain(4).best_value(), abs=1e-6)


def test_all_states_in_one_block_are_value_iteration():
    mdp = RiverSwim(discount=0.9)
    together = gauss_seidel(mdp, block=6)
    assert together.value == pytest.approx(value_iteration(mdp).value, rel=1e-13)
    assert together.sweeps == value_iteration(mdp).sweeps - 1  # whose last sweep only certifies
    assert gauss_seidel(mdp, block=4).sweeps <= together.sweeps


def test_gauss_seidel_is_a_slow_loop():
    mdp = RiverSwim(5, discount=0.7)
    value = np.zeros(5)
    for _ in range(3):
        for s in range(5):
            value[s] = max(mdp.reward[s, a] + 0.7 * mdp.transition.probs[s, a] @ value for a in range(2))
    gap = np.abs(backup(mdp, value).max(axis=-1) - value).max()
    plan = gauss_seidel(mdp, tolerance=1.0001 * gap / 0.3)
    assert plan.sweeps == 3
    assert plan.value == pytest.approx(value, rel=1e-12)


def test_news_that_travels_with_the_sweep_arrives_at_once():
    mdp = left_corridor(40)
    assert gauss_seidel(mdp, 1e-9).sweeps == 1
    assert value_iteration(mdp, 1e-9).sweeps == 40  # a step a sweep, and one to certify
    against = Chain(40, forward=1.0, discount=0.9)  # the prize at the other end: no help
    assert gauss_seidel(against, 1e-9).sweeps == 39


def test_a_queue_follows_the_news_wherever_it_goes():
    # each state is backed up once and looked at by its neighbours, however long the corridor is
    for mdp in (left_corridor(200), Chain(200, forward=1.0, discount=0.9)):
        plan = prioritised(mdp, 1e-12)
        assert plan.sweeps <= 4
        assert value_iteration(mdp, 1e-12).sweeps >= 190


def test_the_largest_error_is_taken_first():
    # two separate loops that pay 8 and 1: after one backup the first has error 4 left, then 2, then 1
    probs = np.zeros((2, 1, 2))
    probs[0, 0, 0] = probs[1, 0, 1] = 1
    mdp = TabularMDP(probs, np.array([[8.0], [1.0]]), 0.5)
    plan = prioritised(mdp, tolerance=2.01)  # done when no error is above 1.005
    # values 8, 12, 14: the second never has the largest error while the first has more than 1
    assert plan.value.tolist() == [14.0, 0.0]
    assert plan.sweeps == 3  # three backups, three looks at oneself: 6 of S = 2


def test_the_better_news_is_passed_on_first():
    # 0 pays 1 and leads to 1, which pays 8 and ends. Taken first, 1 is looked at once and 0 once
    probs = np.zeros((3, 1, 3))
    probs[0, 0, 1] = probs[1, 0, 2] = 1
    mdp = TabularMDP(probs, np.array([[1.0], [8.0], [0.0]]), 0.5, terminal=2)
    plan = prioritised(mdp)
    assert plan.value.tolist() == [5.0, 8.0, 0.0]
    assert plan.sweeps == 1  # two backups and one look; in the order of the states there would be four


@pytest.mark.parametrize("planner", [value_iteration, gauss_seidel, prioritised])
def test_bad_guesses_are_refused(planner):
    with pytest.raises(ValueError, match=r"initial must be an array of shape \(4,\)"):
        planner(Chain(4), initial=np.zeros(3))
    with pytest.raises(ValueError, match="initial must be finite"):
        planner(Chain(4), initial=np.full(4, np.nan))
    with pytest.raises(ValueError, match="block must be an int >= 1; got 0"):
        gauss_seidel(Chain(4), block=0)


def test_a_negative_world_is_not_done_before_it_began():
    # the steps are negative; a planner that forgets the absolute value would stop at once
    mdp = TabularMDP(np.ones((1, 1, 1)), -np.ones((1, 1)), 0.9)
    for planner in (value_iteration, gauss_seidel, prioritised):
        assert planner(mdp).value == pytest.approx([-10.0], abs=1e-6)


def test_the_last_sweep_may_still_be_good_enough():
    mdp = TabularMDP(np.ones((1, 1, 1)), np.ones((1, 1)), 0.5)
    assert value_iteration(mdp, 0.26, max_sweeps=3).value.tolist() == [1.75]
    assert gauss_seidel(mdp, 0.26, max_sweeps=3).value.tolist() == [1.75]
    with pytest.raises(NotConverged, match=r"at most 0.26; got 0.5 after 2 sweeps"):
        value_iteration(mdp, 0.26, max_sweeps=2)
