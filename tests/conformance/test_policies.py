"""Every policy of simlib.bandit, found by looking: what all of them must do."""

import copy
import importlib
import inspect
import pkgutil

import numpy as np
import pytest

import simlib.bandit
from simlib.bandit.bernoulli import BernoulliBandit
from simlib.bandit.policy import MeanPolicy, Policy
from simlib.bandit.simulate import simulate
from simlib.bandit.ucb1 import UCB1
from simlib.rng import BlockGenerator
from simlib.stats import ALPHA, check_counts, check_mean, check_prob, detectable_gap

for module in pkgutil.iter_modules(simlib.bandit.__path__):
    importlib.import_module(f"simlib.bandit.{module.name}")


def found(parent: type) -> list[type]:
    """All classes below `parent` that simlib defines, in the order of their names."""
    children = {c for child in parent.__subclasses__() for c in [child, *found(child)]}
    ours = [c for c in children if c.__module__.startswith("simlib.")]
    return sorted(ours, key=lambda c: c.__name__)


POLICIES = [c for c in found(Policy) if c is not MeanPolicy]
# a yardstick may do without learning, and is held to that
EXCUSED = {"Uniform": "pulls at random, whatever it saw"}
LEARNERS = [c for c in POLICIES if c.__name__ not in EXCUSED]


class OwnStreams(BlockGenerator):
    """Every run has a stream of its own, so that what one run draws cannot depend on the others."""

    BLOCK = 1


class Ledger(BernoulliBandit):
    """Writes down, round by round, the arms pulled (R,) and the luck they met (R,)."""

    def __init__(self, means):
        super().__init__(means)
        self.arms, self.luck = [], []

    def reward(self, arm, u):
        self.arms.append(arm)
        self.luck.append(u)
        return super().reward(arm, u)


def play_by_hand(policy: Policy, rewards: np.ndarray) -> np.ndarray:
    """The arms (T, R) that a policy pulls if arm k of run r pays rewards[t, r, k]; streams by run."""
    horizon, n_runs, n_arms = rewards.shape
    rng = OwnStreams(3, "policy", range(n_runs))
    policy.reset(n_runs, n_arms, horizon)
    tell(policy, n_runs, n_arms)
    arms = []
    for t, paid in enumerate(rewards, start=1):
        arm = policy.act(t, rng)
        policy.learn(arm, paid[np.arange(n_runs), arm])
        arms.append(arm.copy())
    return np.stack(arms)


def tell(policy: Policy, n_runs: int, n_arms: int) -> None:
    """Give the truth to those that have the verb for it."""
    if hasattr(policy, "told"):
        policy.told(np.tile(np.linspace(0, 0.5, n_arms), (n_runs, 1)))


def test_a_policy_is_shown_as_the_call_that_makes_it():
    assert repr(UCB1(0.5)) == "UCB1(scale=0.5)"
    after = UCB1(0.5)
    after.reset(2, 3, 10)
    assert repr(after) == repr(UCB1(0.5))


def test_there_is_something_to_test():
    assert {c.__name__ for c in POLICIES} >= {"ExploreFirst", "EpsilonGreedy", "UCB1"}


@pytest.fixture(params=POLICIES, ids=lambda c: c.__name__)
def policy(request) -> Policy:
    return request.param()


def test_every_hyperparameter_has_a_default_and_keeps_its_name(policy):
    arguments = inspect.signature(type(policy)).parameters
    assert set(arguments) <= set(vars(policy))
    assert all(argument.default is not argument.empty for argument in arguments.values())


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
    rewards = np.random.default_rng(4).random((60, 6, 3))
    first = play_by_hand(policy, rewards)
    play_by_hand(policy, 1 - rewards[:25])
    assert np.array_equal(play_by_hand(policy, rewards), first)


def test_runs_do_not_disturb_each_other(policy):
    # run 0 sees the same rewards beside two different neighbours
    rewards = (np.random.default_rng(5).random((80, 2, 3)) < [0.2, 0.5, 0.8]).astype(float)
    other = rewards.copy()
    other[:, 1] = 1 - other[:, 1]
    assert np.array_equal(play_by_hand(policy, rewards)[:, 0], play_by_hand(policy, other)[:, 0])


def test_a_run_alone_is_the_same_as_among_others(policy):
    rewards = (np.random.default_rng(6).random((80, 7, 3)) < [0.2, 0.5, 0.8]).astype(float)
    alone = play_by_hand(policy, rewards[:, :1])
    assert alone.shape == (80, 1)
    assert np.array_equal(alone[:, 0], play_by_hand(policy, rewards)[:, 0])


def test_it_reads_the_same_tape_as_those_it_is_compared_with(policy):
    # the n-th pull of an arm meets the same luck, whoever pulls it and whenever
    horizon, ledger = 60, Ledger([0.3, 0.8, 0.5])
    simulate(ledger, {"it": policy, "other": UCB1()}, horizon, 128, seed=2, progress=False)
    one, two = (tapes(ledger, rounds) for rounds in (slice(horizon), slice(horizon, None)))
    both = ~np.isnan(one) & ~np.isnan(two)
    assert both.sum() > 128 * 10
    assert np.array_equal(one[both], two[both])


def tapes(ledger: Ledger, rounds: slice) -> np.ndarray:
    """What was read of each tape in these rounds, (R, K, T), NaN beyond."""
    arms, luck = np.stack(ledger.arms[rounds]), np.stack(ledger.luck[rounds])
    read, row = np.full((arms.shape[1], ledger.n_arms, len(arms)), np.nan), np.arange(arms.shape[1])
    count = np.zeros(read.shape[:2], dtype=int)
    for arm, u in zip(arms, luck, strict=True):
        read[row, arm, count[row, arm]] = u
        count[row, arm] += 1
    return read


def test_the_first_pull_is_a_fair_choice_among_equals(policy, seed):
    n, horizon, ledger = 4096, 4, Ledger([0.5] * 4)
    simulate(ledger, policy, horizon, n, seed, progress=False)
    first = np.concatenate(ledger.arms[::horizon])  # a batch of runs after the other
    assert detectable_gap(n, p=0.25, alpha=ALPHA / 4) <= 0.06
    assert len(first) == n
    check_counts(np.bincount(first, minlength=4), np.full(4, 0.25))


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
    # ties are fair: the best arm gets the same share of the pulls wherever it stands
    n, horizon = 2048, 90
    assert detectable_gap(n) <= 0.12
    worlds = [BernoulliBandit(np.roll([0.9, 0.5, 0.5], shift)) for shift in range(3)]
    shares = [
        simulate(w, policy, horizon, n, seed + i, progress=False).pulls[policy.label][:, i] / horizon
        for i, w in enumerate(worlds)
    ]
    for share in shares:
        check_mean(share, float(np.mean(shares)), 0, 1)


def runs_that_learn(policy: Policy, n: int, seed: int) -> int:
    """In how many of n runs the regret stays below half of what uniform play costs."""
    horizon = 1000
    result = simulate(BernoulliBandit([0.9, 0.1]), policy, horizon, n, seed, progress=False)
    return int((result.final(policy.label) < horizon * 0.4 / 2).sum())


@pytest.mark.parametrize("learner", LEARNERS, ids=lambda c: c.__name__)
def test_it_learns(learner, seed):
    n = 512
    better = runs_that_learn(learner(), n, seed)
    assert better / n > 0.5
    with pytest.raises(AssertionError):  # and that is no luck: half of the runs would be chance
        check_prob(better, n, 0.5)


@pytest.mark.parametrize("name", EXCUSED)
def test_who_is_excused_from_learning_does_not_learn(name, seed):
    (excused,) = (c for c in POLICIES if c.__name__ == name)
    assert runs_that_learn(excused(), 512, seed) == 0


def test_copies_are_independent(policy):
    policy.reset(3, 2, 10)
    tell(policy, 3, 2)
    twin = copy.deepcopy(policy)
    before = twin.act(1, np.random.default_rng(0)).copy()
    arm = policy.act(1, np.random.default_rng(0))
    policy.learn(arm, np.ones(3))
    assert np.array_equal(twin.act(1, np.random.default_rng(0)), before)
