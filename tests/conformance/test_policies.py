"""Every policy of simlib.bandit, found by looking: what all of them must do."""

import copy
import importlib
import pkgutil

import numpy as np
import pytest

import simlib.bandit
from simlib.bandit.bernoulli import BernoulliBandit
from simlib.bandit.policy import MeanPolicy, Policy
from simlib.bandit.simulate import simulate
from simlib.stats import check_mean, check_prob, detectable_gap

for module in pkgutil.iter_modules(simlib.bandit.__path__):
    importlib.import_module(f"simlib.bandit.{module.name}")


def found(parent: type) -> list[type]:
    """All classes below `parent` that simlib defines, in the order of their names."""
    children = {c for child in parent.__subclasses__() for c in [child, *found(child)]}
    ours = [c for c in children if c.__module__.startswith("simlib.")]
    return sorted(ours, key=lambda c: c.__name__)


POLICIES = [c for c in found(Policy) if c is not MeanPolicy]


def test_there_is_something_to_test():
    assert {c.__name__ for c in POLICIES} >= {"ExploreFirst", "EpsilonGreedy", "UCB1"}


@pytest.fixture(params=POLICIES, ids=lambda c: c.__name__)
def policy(request) -> Policy:
    return request.param()


def test_every_hyperparameter_has_a_default_and_keeps_its_name(policy):
    names = type(policy).__init__.__code__.co_varnames[1 : type(policy).__init__.__code__.co_argcount]
    assert set(names) <= set(vars(policy))


def test_it_says_what_it_computes_and_where_it_is_from(policy):
    assert "Source: [" in (type(policy).__doc__ or "")
    assert policy.label


def test_the_split_into_batches_changes_nothing(policy, monkeypatch):
    world = BernoulliBandit([0.3, 0.8, 0.5])
    whole = simulate(world, policy, 120, 512, seed=1, progress=False)
    monkeypatch.setattr("simlib.bandit.simulate.BLOCKS_TOGETHER", 1)
    split = simulate(world, policy, 120, 512, seed=1, progress=False)
    assert np.array_equal(whole.regret[policy.label], split.regret[policy.label])


def test_a_second_reset_is_a_fresh_start(policy):
    trace = []
    for _ in range(2):
        rng = np.random.default_rng(4)
        policy.reset(6, 3, 60)
        arms = []
        for t in range(1, 61):
            arm = policy.act(t, rng)
            policy.learn(arm, rng.random(6))
            arms.append(arm.copy())
        trace.append(np.stack(arms))
    assert np.array_equal(trace[0], trace[1])


def test_runs_do_not_disturb_each_other(policy):
    # run 0 sees the same rewards beside two different neighbours
    traces = []
    for other in (0.0, 1.0):
        rng = np.random.default_rng(5)
        policy.reset(2, 3, 80)
        arms = []
        for t in range(1, 81):
            arm = policy.act(t, rng)
            luck = rng.random()
            policy.learn(arm, np.array([float(luck < 0.2 + 0.3 * arm[0]), other]))
            arms.append(arm[0])
        traces.append(arms)
    assert traces[0] == traces[1]


def test_one_arm_and_one_run(policy):
    result = simulate(BernoulliBandit([0.4]), policy, 30, 1, progress=False)
    assert np.array_equal(result.pulls[policy.label], [[30]])
    assert result.final(policy.label)[0] == 0


def test_equal_arms_are_pulled_equally_and_cost_nothing(policy, seed):
    n, horizon = 4096, 40
    assert detectable_gap(n) <= 0.08
    result = simulate(BernoulliBandit([0.5] * 4), policy, horizon, n, seed, progress=False)
    assert (result.final(policy.label) == 0).all()
    shares = result.pulls[policy.label] / horizon
    for arm in range(4):
        check_mean(shares[:, arm], 0.25, 0, 1)


def test_the_place_of_the_best_arm_does_not_matter(policy, seed):
    # ties are fair: the best arm is favoured wherever it stands
    n = 2048
    assert detectable_gap(n) <= 0.12
    worlds = [BernoulliBandit(np.roll([0.9, 0.5, 0.5], shift)) for shift in range(3)]
    favoured = [
        simulate(w, policy, 90, n, seed + i, progress=False).pulls[policy.label].argmax(axis=1) == i
        for i, w in enumerate(worlds)
    ]
    pooled = np.mean(favoured)
    for hits in favoured:
        check_mean(hits.astype(float), pooled, 0, 1)
    assert pooled > 0.5


def test_it_learns(policy, seed):
    n = 1024
    result = simulate(BernoulliBandit([0.9, 0.1]), policy, 400, n, seed, progress=False)
    late = result.regret[policy.label]
    uniform = 400 * 0.4
    better = int((late[:, -1] < uniform / 2).sum())
    assert better / n > 0.5
    with pytest.raises(AssertionError):  # and that is no luck: half of the runs would be chance
        check_prob(better, n, 0.5)


def test_copies_are_independent(policy):
    policy.reset(3, 2, 10)
    twin = copy.deepcopy(policy)
    before = twin.act(1, np.random.default_rng(0)).copy()
    arm = policy.act(1, np.random.default_rng(0))
    policy.learn(arm, np.ones(3))
    assert np.array_equal(twin.act(1, np.random.default_rng(0)), before)
