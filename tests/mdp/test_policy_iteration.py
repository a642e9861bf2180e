"""Policy iteration: never worse, done in a few rounds, ties kept; the modified one between two extremes."""

import itertools

import numpy as np
import pytest

from simlib.mdp.bellman import evaluate
from simlib.mdp.chain import Chain
from simlib.mdp.plan import NotConverged
from simlib.mdp.policy_iteration import modified_policy_iteration, policy_iteration
from simlib.mdp.river_swim import RiverSwim
from simlib.mdp.tabular import TabularMDP
from simlib.mdp.value_iteration import value_iteration


def random_mdp(seed: int, discount: float = 0.9) -> TabularMDP:
    rng = np.random.default_rng(seed)
    return TabularMDP(rng.dirichlet(np.full(4, 0.5), (4, 3)), rng.normal(size=(4, 3)), discount)


@pytest.mark.parametrize("seed_of_world", range(6))
def test_it_finds_the_best_of_all_policies(seed_of_world):
    mdp = random_mdp(seed_of_world)
    worth = {p: evaluate(mdp, p) for p in itertools.product(range(3), repeat=4)}
    best = np.max(list(worth.values()), axis=0)
    plan = policy_iteration(mdp)
    assert plan.value == pytest.approx(best, rel=1e-12)
    assert worth[tuple(plan.policy.tolist())] == pytest.approx(best, rel=1e-12)
    assert plan.error_bound <= 1e-12
    assert plan.sweeps <= 6


def test_the_value_is_that_of_the_policy():
    plan = policy_iteration(RiverSwim())
    assert np.array_equal(plan.value, evaluate(RiverSwim(), plan.policy))


def test_a_best_policy_is_left_as_it_is():
    mdp = Chain(5, lure=0.2)  # the lure is the best everywhere but near the end
    best = policy_iteration(mdp).policy
    again = policy_iteration(mdp, policy=best)
    assert again.sweeps == 1
    assert np.array_equal(again.policy, best)


def test_ties_are_kept_and_do_not_go_in_circles():
    # all actions are the same, so every policy is best, and the first stays, whichever it is
    rng = np.random.default_rng(0)
    probs = np.repeat(rng.dirichlet(np.ones(30), (30, 1)), 4, axis=1)
    mdp = TabularMDP(probs, np.repeat(rng.normal(size=(30, 1)), 4, axis=1), 0.99)
    first = rng.integers(0, 4, 30)
    plan = policy_iteration(mdp, policy=first)
    assert plan.sweeps == 1
    assert np.array_equal(plan.policy, first)


def test_a_tie_is_kept_while_another_state_improves():
    probs = np.zeros((2, 2, 2))
    probs[0, :, 0] = probs[1, :, 1] = 1  # two states that never meet
    plan = policy_iteration(TabularMDP(probs, np.array([[0.0, 1.0], [1.0, 1.0]]), 0.5), policy=[0, 1])
    assert plan.policy.tolist() == [1, 1]
    assert plan.value.tolist() == [2.0, 2.0]


def test_a_better_action_is_taken_however_small_the_gain():
    mdp = TabularMDP(np.ones((1, 2, 1)), np.array([[1.0, 1.0 + 1e-9]]), 0.5)
    assert policy_iteration(mdp, policy=[0]).policy.tolist() == [1]


def test_the_default_policy_looks_at_the_next_reward_only():
    # one round is enough where that is already best
    assert policy_iteration(TabularMDP(np.ones((1, 2, 1)), np.array([[0.0, 1.0]]))).sweeps == 1


def test_rounds_hardly_grow_with_gamma_and_sweeps_do():
    rounds, sweeps = [], []
    for gamma in (0.9, 0.99, 0.999):
        mdp = random_mdp(3, gamma)
        rounds.append(policy_iteration(mdp).sweeps)
        sweeps.append(value_iteration(mdp, 1e-4).sweeps)
    assert max(rounds) <= 5
    assert sweeps[1] > 5 * sweeps[0]
    assert sweeps[2] > 5 * sweeps[1]


def test_no_evaluation_is_value_iteration_from_below():
    mdp = random_mdp(1)
    start = np.full(4, mdp.reward.min() / (1 - mdp.discount))
    one = modified_policy_iteration(mdp, evaluations=0)
    other = value_iteration(mdp, initial=start)
    assert one.sweeps == other.sweeps
    assert one.value == pytest.approx(other.value, rel=1e-12)


def test_many_evaluations_are_policy_iteration():
    mdp = RiverSwim(discount=0.9)
    many = modified_policy_iteration(mdp, tolerance=1e-8, evaluations=400)
    assert many.sweeps <= policy_iteration(mdp).sweeps + 2
    assert np.abs(many.value - policy_iteration(mdp).value).max() <= 1e-8


def test_its_values_only_rise():
    mdp = random_mdp(2)
    seen = []
    for tolerance in (30.0, 10.0, 3.0, 1.0, 0.3, 0.01):
        seen.append(modified_policy_iteration(mdp, tolerance, evaluations=2).value)
    assert (np.diff(seen, axis=0) >= -1e-12).all()
    assert (seen[-1] <= policy_iteration(mdp).value + 1e-12).all()


def test_bad_arguments_are_refused():
    mdp = Chain(4)
    with pytest.raises(ValueError, match=r"policy must hold actions in \[0, 1\]; got 2"):
        policy_iteration(mdp, policy=[0, 0, 0, 2])
    with pytest.raises(ValueError, match=r"policy must be an array"):
        policy_iteration(mdp, policy=np.full((4, 2), 0.5))
    with pytest.raises(ValueError, match="evaluations must be an int >= 0; got -1"):
        modified_policy_iteration(mdp, evaluations=-1)
    with pytest.raises(NotConverged, match=r"policy_iteration must end within max_sweeps; got .* after 1"):
        policy_iteration(Chain(9), max_sweeps=1)
