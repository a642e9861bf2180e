"""Every planner of the house on the same worlds: on paper, in every form of P, and against each other.

Planners are found by their signature, so that a new one is tested without being named here.
"""

import importlib
import inspect
import pkgutil

import numpy as np
import pytest
import scipy.sparse as sparse
from hypothesis import given, settings, strategies

import simlib.mdp
from simlib.mdp.bellman import evaluate, residual
from simlib.mdp.chain import Chain
from simlib.mdp.gridworld import GridWorld
from simlib.mdp.plan import NotConverged, accept, certify, policy_rows, stacked
from simlib.mdp.river_swim import RiverSwim
from simlib.mdp.tabular import TabularMDP


def found_planners() -> dict:
    """Public functions of simlib.mdp that take an MDP and a tolerance and return a Plan."""
    found = {}
    for module in pkgutil.iter_modules(simlib.mdp.__path__, "simlib.mdp."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if inspect.isfunction(value) and value.__module__ == module.name and name[0] != "_":
                signature = inspect.signature(value)
                if signature.return_annotation == "Plan" and "max_sweeps" in signature.parameters:
                    found[name] = value
                if name == "linear_program":
                    found[name] = value
    return found


PLANNERS = found_planners()

# the two-state example of [Puterman1994] section 3.1 with gamma = 0.95, and a terminal state behind it
TEXTBOOK_P = np.zeros((3, 2, 3))
TEXTBOOK_P[0, 0, :2] = 0.5
TEXTBOOK_P[0, 1, 1] = TEXTBOOK_P[1, 0, 1] = TEXTBOOK_P[1, 1, 2] = TEXTBOOK_P[2, :, 2] = 1.0
TEXTBOOK_R = np.array([[5.0, 10.0], [-1.0, -50.0], [3.0, 3.0]])
# in state 1 staying costs 1 / 0.05 = 20 in all, less than leaving for 50. In state 0 the first action has
# v = 5 + 0.475 v - 9.5, so -60/7, the second 10 - 19 = -9. The rewards of the terminal state count nothing.
TEXTBOOK_VALUE = np.array([-60 / 7, -20.0, 0.0])


def textbook(form: str) -> TabularMDP:
    probs = TEXTBOOK_P
    if form == "sparse":
        probs = sparse.csr_array(TEXTBOOK_P.reshape(6, 3))
    mdp = TabularMDP(probs, TEXTBOOK_R, 0.95, terminal=2)
    if form == "successors":
        mdp = TabularMDP(mdp.transition.successors(), TEXTBOOK_R, 0.95, terminal=2)
    assert type(mdp.transition).__name__.lower() == form
    return mdp


def garnet(seed: int, discount: float, terminal=()) -> TabularMDP:
    """A random world: 8 states, 3 actions, of which each leads to 2 states."""
    rng = np.random.default_rng(seed)
    probs = rng.random((8, 3, 8)) * (rng.random((8, 3, 8)).argsort(axis=-1) < 2)
    probs /= probs.sum(axis=-1, keepdims=True)
    return TabularMDP(probs, rng.normal(size=(8, 3)), discount, terminal=terminal)


def test_the_planners_are_found():
    names = {"value_iteration", "gauss_seidel", "prioritised", "policy_iteration"}
    assert names | {"modified_policy_iteration", "linear_program"} <= set(PLANNERS)


@pytest.mark.parametrize("form", ["dense", "sparse", "successors"])
@pytest.mark.parametrize("name", PLANNERS)
def test_the_textbook_on_paper(name, form):
    mdp = textbook(form)
    plan = PLANNERS[name](mdp, tolerance=1e-5)
    assert plan.value.shape == plan.policy.shape == (3,)
    assert np.abs(plan.value - TEXTBOOK_VALUE).max() <= plan.error_bound + 1e-12
    assert plan.error_bound <= 1e-5
    assert plan.policy[:2].tolist() == [0, 0]
    assert plan.policy.dtype == np.int64
    assert plan.sweeps >= (0 if name == "linear_program" else 1)  # its solver may end before its first step


@pytest.mark.parametrize("world", [Chain(7, lure=0.012), RiverSwim(), GridWorld("S..\n.L.\n..G", slip=0.3)])
@pytest.mark.parametrize("name", PLANNERS)
def test_the_certificate_is_the_values_own_and_the_policy_is_good(name, world):
    plan = PLANNERS[name](world, tolerance=1e-4)
    assert plan.residual == residual(world, plan.value)
    assert plan.error_bound == plan.residual / (1 - world.discount)
    lost = plan.value - evaluate(world, plan.policy)
    # greedy on a value with this residual: from the value itself it loses at most (1 + gamma) error_bound
    assert np.abs(lost).max() <= 2 * plan.error_bound + 1e-9
    assert (plan.value[world.terminal] == 0).all()


@given(strategies.integers(0, 10**6), strategies.floats(0, 0.97), strategies.sampled_from([(), (3,), (0, 7)]))
@settings(max_examples=25)
def test_all_planners_agree_within_the_sum_of_their_certificates(seed, discount, terminal):
    mdp = garnet(seed, discount, terminal)
    plans = {name: plan(mdp, tolerance=1e-5) for name, plan in PLANNERS.items()}
    one = plans["policy_iteration"]
    for name, other in plans.items():
        apart = np.abs(one.value - other.value).max()
        assert apart <= one.error_bound + other.error_bound + 1e-10, name
        assert other.error_bound <= 1e-5, name


@pytest.mark.parametrize("name", PLANNERS)
def test_a_reward_for_everything_and_a_scale_change_nothing_but_the_value(name):
    mdp = garnet(5, 0.9)
    plan = PLANNERS[name](mdp, tolerance=1e-7)
    other = PLANNERS[name](mdp.with_reward(3 * mdp.reward + 2), tolerance=1e-7)
    assert np.array_equal(other.policy, plan.policy)
    assert other.value == pytest.approx(3 * plan.value + 2 / (1 - 0.9), abs=1e-6)


@pytest.mark.parametrize("name", PLANNERS)
def test_without_a_future_only_the_next_reward_counts(name):
    mdp = garnet(6, 0.0)
    plan = PLANNERS[name](mdp)
    assert plan.value == pytest.approx(mdp.reward.max(axis=-1), abs=1e-6)
    assert np.array_equal(plan.policy, mdp.reward.argmax(axis=-1))


@pytest.mark.parametrize("name", PLANNERS)
def test_of_equals_the_first_is_taken_or_the_old_one_kept(name):
    probs = np.ones((1, 3, 1))
    plan = PLANNERS[name](TabularMDP(probs, np.array([[1.0, 2.0, 2.0]]), 0.5))
    assert plan.policy.tolist() == [1]
    assert plan.value == pytest.approx([4.0], abs=1e-6)


@pytest.mark.parametrize("name", PLANNERS)
@pytest.mark.parametrize("tolerance", [0, -1e-3, np.nan, np.inf, True])
def test_bad_tolerances_are_refused(name, tolerance):
    with pytest.raises(ValueError, match="tolerance must be a number > 0; got"):
        PLANNERS[name](Chain(3), tolerance=tolerance)


@pytest.mark.parametrize("name", [name for name in PLANNERS if name != "linear_program"])
def test_sweeps_that_run_out_raise(name):
    mdp = Chain(30, forward=0.5, lure=0.001, discount=0.99)
    with pytest.raises(NotConverged, match=f"{name} must .*; got"):
        PLANNERS[name](mdp, tolerance=1e-9, max_sweeps=1)
    with pytest.raises(ValueError, match="max_sweeps must be an int >= 1; got 0"):
        PLANNERS[name](mdp, max_sweeps=0)


@pytest.mark.parametrize("name", PLANNERS)
def test_what_rounding_cannot_certify_raises(name):
    # with gamma = 1 - 1e-9 the residual would have to be 1e-24
    mdp = RiverSwim(discount=1 - 1e-9)
    more = {} if name == "linear_program" else {"max_sweeps": 50}
    with pytest.raises(NotConverged):
        PLANNERS[name](mdp, tolerance=1e-15, **more)
    assert mdp.discount < 1


@pytest.mark.parametrize("name", PLANNERS)
def test_the_mdp_is_left_alone(name):
    mdp = garnet(8, 0.9, (2,))
    before = stacked(mdp).toarray(), mdp.reward.copy()
    PLANNERS[name](mdp)
    assert np.array_equal(stacked(mdp).toarray(), before[0])
    assert np.array_equal(mdp.reward, before[1])


def test_one_backup_certifies():
    mdp = TabularMDP(np.ones((1, 2, 1)), np.array([[1.0, 0.0]]), 0.75)
    plan = certify(mdp, np.array([3.0]), 7)  # 1 + 0.75 * 3 - 3 = 0.25, over 0.25
    assert (plan.residual, plan.error_bound, plan.sweeps) == (0.25, 1.0, 7)
    assert plan.policy.tolist() == [0]
    assert certify(mdp, np.array([3.0]), 7, np.array([1])).policy.tolist() == [1]
    assert certify(mdp, np.array([5.0]), 7).residual == 0.25  # from above as well


def test_what_is_not_good_enough_is_not_accepted():
    mdp = TabularMDP(np.ones((1, 2, 1)), np.array([[1.0, 0.0]]), 0.75)
    plan = certify(mdp, np.array([3.0]), 7)
    assert accept("it", plan, 1.0) is plan
    with pytest.raises(NotConverged, match=r"it must certify an error of at most 0.5; got 1 after 7 sweeps"):
        accept("it", plan, 0.5)
    with pytest.raises(NotConverged, match=r"at most 0.5; got nan"):
        accept("it", certify(mdp, np.array([np.nan]), 7), 0.5)


def test_stacked_is_the_same_in_every_form():
    for form in ("dense", "sparse", "successors"):
        matrix = stacked(textbook(form))
        assert matrix.toarray().reshape(3, 2, 3)[:2] == pytest.approx(TEXTBOOK_P[:2])
        assert matrix.nnz == 5  # no stored zeros, and nothing behind the terminal state
        chain, reward = policy_rows(textbook(form), matrix, np.array([1, 0, 1]))
        assert chain.toarray().tolist() == [[0.0, 1.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 0.0]]
        assert reward.tolist() == [10.0, -1.0, 0.0]
