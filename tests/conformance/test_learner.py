"""Every learner of simlib.mdp, found by looking: what all of them must do."""

import copy
import importlib
import inspect
import pkgutil
from dataclasses import replace

import numpy as np
import pytest

import simlib.mdp
from simlib.mdp.gridworld import GridWorld
from simlib.mdp.learner import Learner, QLearner, Step
from simlib.mdp.sarsa import OnPolicy
from simlib.mdp.simulate import Walk, simulate
from simlib.mdp.value_learner import ValueLearner
from simlib.rng import BlockGenerator
from simlib.stats import ALPHA, check_counts, detectable_gap

for module in pkgutil.iter_modules(simlib.mdp.__path__):
    importlib.import_module(f"simlib.mdp.{module.name}")

ROOM = GridWorld("S..\n.#.\n..G", slip=0.1, discount=0.9)
PARTS = {QLearner, OnPolicy, ValueLearner}  # what learners are made of


def found(parent: type) -> list[type]:
    """All classes below `parent` that simlib defines, in the order of their names."""
    children = {c for child in parent.__subclasses__() for c in [child, *found(child)]}
    return sorted((c for c in children if c.__module__.startswith("simlib.")), key=lambda c: c.__name__)


LEARNERS = [c for c in found(Learner) if c not in PARTS]
GREEDY = [c for c in LEARNERS if "epsilon" in inspect.signature(c).parameters]


class OwnStreams(BlockGenerator):
    """Every run has a stream of its own, so that what one run draws cannot depend on the others."""

    BLOCK = 1


@pytest.fixture(params=LEARNERS, ids=lambda c: c.__name__)
def learner(request) -> Learner:
    return request.param()


def lived(learner: Learner, runs: range, steps: int = 120, cutoff: int = 12, turned: bool = False):
    """Actions (T, R) and the final policy of runs that own their streams.

    turned: the last run begins beside the goal, and is paid 1 less its reward.
    """
    world, mind = (OwnStreams(3, name, runs) for name in ("world", "mind"))
    walk = Walk(ROOM, world.random(len(runs)), cutoff)
    last = np.arange(len(runs)) == len(runs) - 1
    if turned:
        walk.state = np.where(last, ROOM.n_states - 2, walk.state)
    learner.reset(len(runs), ROOM.n_states, ROOM.n_actions, ROOM.discount)
    actions = []
    for _ in range(steps):
        action = learner.act(walk.state, mind)
        assert action.shape == (len(runs),)
        assert action.dtype.kind in "iu"
        assert action.min() >= 0
        assert action.max() < ROOM.n_actions
        step = walk.step(action, world.random(len(runs)), world.random(len(runs)))
        paid = np.where(last & turned, 1 - step.reward, step.reward)
        learner.learn(replace(step, reward=paid), mind)
        actions.append(np.array(action))
    return np.stack(actions), np.array(learner.policy())


def numbers(learner: Learner) -> dict[str, np.ndarray]:
    """Every array of numbers that it keeps."""
    return {k: v for k, v in vars(learner).items() if isinstance(v, np.ndarray) and v.dtype.kind == "f"}


def test_there_is_something_to_test():
    assert {c.__name__ for c in LEARNERS} >= {"QLearning", "Sarsa", "TD", "DynaQ", "ActorCritic"}
    assert {c.__name__ for c in GREEDY} >= {"QLearning", "Sarsa", "DoubleQ"}


def test_every_hyperparameter_has_a_default_and_keeps_its_name(learner):
    arguments = inspect.signature(type(learner)).parameters
    assert set(arguments) <= set(vars(learner))
    assert all(argument.default is not argument.empty for argument in arguments.values())


def test_it_says_what_it_computes_and_where_it_is_from(learner):
    assert "Source: [" in (type(learner).__doc__ or "")
    assert learner.label
    assert repr(learner).startswith(type(learner).__name__ + "(")


def test_a_run_alone_is_the_same_as_among_others(learner):
    actions, policy = lived(learner, range(5))
    alone, own = lived(learner, range(1))
    assert len(np.unique(actions)) > 1
    assert np.array_equal(actions[:, :1], alone)
    assert np.array_equal(policy[:1], own)


def test_runs_do_not_disturb_each_other(learner):
    # the last run lives in another world: the others neither see it nor draw other numbers
    one, two = (lived(learner, range(4), turned=turned) for turned in (False, True))
    assert isinstance(learner, ValueLearner) or not np.array_equal(one[0][:, 3], two[0][:, 3])
    assert np.array_equal(one[0][:, :3], two[0][:, :3])
    assert np.array_equal(one[1][:3], two[1][:3])


def test_a_second_reset_is_a_fresh_start(learner):
    first = lived(learner, range(3))
    lived(learner, range(7), steps=40)
    again = lived(learner, range(3))
    assert np.array_equal(first[0], again[0])
    assert np.array_equal(first[1], again[1])


def test_the_order_of_the_runs_does_not_matter(learner):
    # fed with the same steps in another order, it knows the same in that order
    runs, rng = 6, np.random.default_rng(8)
    order, policies = rng.permutation(runs), []
    rows = [
        (
            rng.integers(4, size=runs),
            rng.integers(3, size=runs),
            rng.normal(size=runs),
            rng.integers(4, size=runs),
        )
        for _ in range(40)
    ]
    ends, luck = rng.random((40, runs)), rng.random((40, 100, runs))
    for taken in (np.arange(runs), order):
        learner.reset(runs, 4, 3, 0.9)
        for row, end, tape in zip(rows, ends, luck, strict=True):
            step = Step(*(x[taken] for x in row), end[taken] < 0.1, end[taken] > 0.9)
            mind = Tape(tape[:, taken])
            learner.act(step.state, mind)
            learner.learn(step, mind)
        policies.append(np.array(learner.policy()))
    assert np.array_equal(policies[0][order], policies[1])


class Tape:
    """A generator that reads uniforms (n, R) row by row."""

    def __init__(self, rows: np.ndarray):
        self.rows = iter(rows)

    def random(self, size):
        return next(self.rows)

    def integers(self, low, high=None, size=1):
        low, high = (0, low) if high is None else (low, high)
        return (low + next(self.rows) * (high - low)).astype(int)

    def standard_normal(self, size):
        return next(self.rows) - 0.5


def test_no_number_gets_lost(learner):
    lived(learner, range(20), steps=300)
    assert all(np.isfinite(array).all() for array in numbers(learner).values())
    policy = np.array(learner.policy())
    assert policy.shape[:2] == (20, ROOM.n_states)
    if policy.ndim == 3:
        assert policy.min() >= 0
        assert policy.sum(axis=-1) == pytest.approx(np.ones((20, ROOM.n_states)))
    else:
        assert policy.dtype.kind in "iu"


def test_the_arrays_of_a_step_are_not_written_to(learner):
    learner.reset(3, 4, 2, 0.9)
    rng = np.random.default_rng(0)
    parts = [np.array(x) for x in ([0, 1, 2], [1, 0, 1], [0.5, 1.0, -1.0], [1, 2, 3])]
    ends = [np.array([False, True, False]), np.array([False, False, True])]
    step = Step(*parts, *ends)
    before = copy.deepcopy(step)
    for _ in range(3):
        learner.act(step.state, rng)
        learner.learn(step, rng)
    for name in vars(step):
        assert np.array_equal(getattr(step, name), getattr(before, name))


def test_copies_are_independent(learner):
    lived(learner, range(3), steps=30)
    twin = copy.deepcopy(learner)
    kept = {name: array.copy() for name, array in numbers(twin).items()}
    state = np.zeros(3, int)
    for seed in range(20):
        rng = np.random.default_rng(seed)
        action = learner.act(state, rng)
        learner.learn(Step(state, action, np.ones(3), state + 1, state > 0, state > 0), rng)
    assert all(np.array_equal(array, kept[name]) for name, array in numbers(twin).items())


def test_one_action_and_one_run(learner):
    learner.reset(1, 2, 1, 0.9)
    rng, state, no = np.random.default_rng(0), np.zeros(1, int), np.zeros(1, bool)
    for _ in range(5):
        action = learner.act(state, rng)
        assert action.tolist() == [0]
        learner.learn(Step(state, action, np.ones(1), state, no, no), rng)


@pytest.mark.parametrize("kind", GREEDY, ids=lambda c: c.__name__)
def test_without_epsilon_it_does_what_its_policy_says(kind):
    learner, rng, n_runs = kind(epsilon=0.0), np.random.default_rng(1), 40
    learner.reset(n_runs, 4, 3, 0.9)
    for _ in range(60):
        state, reached = rng.integers(4, size=(2, n_runs))
        ended = rng.random((2, n_runs)) < 0.3
        learner.learn(
            Step(state, rng.integers(3, size=n_runs), rng.normal(size=n_runs), reached, *ended), rng
        )
    everywhere = np.flatnonzero(ended.any(axis=0))  # where a new episode begins, the state is free
    for state in range(4):
        action = learner.act(np.full(n_runs, state), rng)
        best = learner.q[:, state] == learner.q[:, state].max(axis=-1, keepdims=True)
        assert best[everywhere, action[everywhere]].all()


@pytest.mark.parametrize("kind", GREEDY, ids=lambda c: c.__name__)
def test_at_first_all_actions_are_equally_likely(kind, seed):
    n = 4096
    assert detectable_gap(n, p=1 / 3, alpha=ALPHA / 3) <= 0.07
    learner = kind(epsilon=0.0)
    learner.reset(n, 2, 3, 0.9)
    action = learner.act(np.zeros(n, int), np.random.default_rng(seed))
    check_counts(np.bincount(action, minlength=3), np.full(3, 1 / 3))


def test_a_batch_of_many_has_the_law_of_a_batch_of_one(learner, seed):
    # the first action after some steps in a world that is the same for all, run by run and all at once
    n, few = 4096, 128
    learner.reset(n, 3, 2, 0.9)
    mind = np.random.default_rng(seed)
    many = first_actions(learner, n, mind)
    counts = np.zeros(2, int)
    for _ in range(few):
        learner.reset(1, 3, 2, 0.9)
        counts += np.bincount(first_actions(learner, 1, mind), minlength=2)
    probs = np.bincount(many, minlength=2) / n
    # the probabilities are those of the many, whose own error is a sixth of that of the few
    gap = abs(counts[0] / few - probs[0])
    assert gap <= 6 * np.sqrt(0.25 / few + 0.25 / n)


def first_actions(learner: Learner, n: int, rng: np.random.Generator) -> np.ndarray:
    """What it does in state 0 after two episodes of one step: 1 paid for action 1, with probability 0.6."""
    zero, yes, no = np.zeros(n, int), np.ones(n, bool), np.zeros(n, bool)
    for _ in range(2):
        action = learner.act(zero, rng)
        reward = (action * (rng.random(n) < 0.6)).astype(float)
        learner.learn(Step(zero, action, reward, zero + 2, yes, no), rng)
    return learner.act(zero, rng)


def test_the_split_into_blocks_changes_nothing(learner):
    few, many = (
        simulate(ROOM, learner, 60, runs, seed=1, checkpoints=2, cutoff=9, progress=False)
        for runs in (64, 200)
    )
    label = learner.label
    assert np.array_equal(few.reward_sum[label], many.reward_sum[label][:64])
    assert np.array_equal(few.value[label], many.value[label][:64])
