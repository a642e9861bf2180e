"""Walk against P, the three ways a step ends, and results that do not depend on how work is split."""

import numpy as np
import pytest

from simlib.mdp.bellman import evaluate
from simlib.mdp.gridworld import GridWorld
from simlib.mdp.learner import Learner
from simlib.mdp.q_learning import QLearning
from simlib.mdp.sarsa import Sarsa
from simlib.mdp.simulate import Walk, policy_values, simulate
from simlib.mdp.tabular import TabularMDP
from simlib.stats import ALPHA, check_counts, detectable_gap

PROBS = np.array([[[0.2, 0.5, 0.3], [0.0, 0.6, 0.4]], [[0.7, 0.0, 0.3], [0.1, 0.1, 0.8]], [[0.0, 0, 0]] * 2])
PAID = np.arange(18.0).reshape(3, 2, 3)
WORLD = TabularMDP(PROBS, PAID, 0.9, start=[0.3, 0.7, 0.0], terminal=2)


class Fixed(Learner):
    """Does what it is told, and writes down what came of it."""

    def __init__(self, action=0):
        self.action = action
        self.log = []

    def reset(self, n_runs, n_states, n_actions, discount):
        self.size, self.log = (n_runs, n_states), []

    def act(self, state, rng):
        return np.full(len(state), self.action)

    def learn(self, step, rng):
        self.log.append(step)

    def policy(self):
        return np.full(self.size, self.action)


def walk(n, cutoff=1000, seed=0):
    rng = np.random.default_rng(seed)
    return Walk(WORLD, rng.random(n), cutoff), rng


def test_episodes_begin_as_the_world_says(seed):
    n = 20_000
    assert detectable_gap(n, p=0.3, alpha=ALPHA / 3) <= 0.03
    check_counts(np.bincount(walk(n, seed=seed)[0].state, minlength=3), WORLD.start)


@pytest.mark.parametrize("form", ["dense", "successors"])
@pytest.mark.parametrize("action", [0, 1])
def test_a_step_has_the_law_of_the_world(form, action, seed):
    n = 40_000
    assert detectable_gap(n // 4, p=0.3, alpha=ALPHA / 3) <= 0.04
    world = WORLD
    if form == "successors":
        world = TabularMDP(WORLD.transition.successors(), WORLD.paid, 0.9, WORLD.start, WORLD.terminal)
    rng = np.random.default_rng(seed)
    it = Walk(world, rng.random(n), 1000)
    step = it.step(np.full(n, action), rng.random(n), rng.random(n))
    for state in (0, 1):
        here = step.state == state
        check_counts(np.bincount(step.next_state[here], minlength=3), PROBS[state, action])
        assert np.array_equal(step.reward[here], PAID[state, action, step.next_state[here]])


def test_the_end_is_terminated_and_the_next_state_is_not_the_new_start(seed):
    it, rng = walk(20_000, seed=seed)
    step = it.step(np.zeros(20_000, int), rng.random(20_000), rng.random(20_000))
    assert np.array_equal(step.terminated, step.next_state == 2)
    assert not step.truncated.any()
    assert np.array_equal(it.state[~step.ended], step.next_state[~step.ended])
    ended = int(step.ended.sum())
    assert ended > 5000
    check_counts(np.bincount(it.state[step.ended], minlength=3), WORLD.start)


def test_a_cutoff_truncates_what_does_not_terminate():
    it, rng = walk(400, cutoff=3)
    age, seen = np.zeros(400, int), {"terminated": 0, "truncated": 0}
    for _ in range(30):
        step = it.step(np.ones(400, int), rng.random(400), rng.random(400))
        age += 1
        assert np.array_equal(step.terminated, step.next_state == 2)
        assert np.array_equal(step.truncated, (age == 3) & ~step.terminated)
        age[step.ended] = 0
        for kind in seen:
            seen[kind] += int(getattr(step, kind).sum())
    assert min(seen.values()) > 50


def test_totals_are_those_of_the_steps():
    result = simulate(WORLD, {"it": Fixed(1)}, 40, 128, checkpoints=4, cutoff=5, progress=False)
    log = result.learners["it"].log  # type: ignore[attr-defined]
    rewards = np.cumsum([step.reward for step in log], axis=0)
    ended = np.cumsum([step.ended for step in log], axis=0)
    assert result.times.tolist() == [10, 20, 30, 40]
    assert result.reward_sum["it"] == pytest.approx(rewards[[9, 19, 29, 39]].T)
    assert np.array_equal(result.episodes["it"], ended[[9, 19, 29, 39]].T)
    want = WORLD.start @ evaluate(WORLD, [1, 1, 1])
    assert result.value["it"] == pytest.approx(np.full((128, 4), want))


def test_the_first_runs_of_a_longer_call_are_the_same():
    few = simulate(WORLD, [QLearning(), Sarsa()], 60, 100, seed=3, checkpoints=3, progress=False)
    many = simulate(WORLD, [Sarsa(), QLearning()], 60, 300, seed=3, checkpoints=3, progress=False)
    for label in few.value:
        assert few.reward_sum[label].shape == (100, 3)
        assert np.array_equal(few.reward_sum[label], many.reward_sum[label][:100])
        assert np.array_equal(few.episodes[label], many.episodes[label][:100])
        assert np.array_equal(few.value[label], many.value[label][:100])


def test_learners_given_are_unchanged_and_seeds_matter():
    learner = QLearning()
    first, again, other = (
        simulate(WORLD, learner, 50, 10, seed=s, progress=False).reward_sum["Q-learning"] for s in (0, 0, 1)
    )
    assert not hasattr(learner, "q")
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


@pytest.mark.parametrize("text", ["S..\n..G", "S" + "." * 160 + "G"])
def test_policies_are_worth_what_planning_says(text):
    # the second world has too many states to be solved as a dense one
    world, rng = GridWorld(text, slip=0.2), np.random.default_rng(0)
    policies = rng.integers(4, size=(5, world.n_states))
    policies[3] = policies[0]
    want = [world.start @ evaluate(world, policy) for policy in policies]
    assert policy_values(world, policies) == pytest.approx(want)
    probs = rng.dirichlet(np.ones(4), size=(2, world.n_states))
    want = [world.start @ evaluate(world, policy) for policy in probs]
    assert policy_values(world, probs) == pytest.approx(want)


@pytest.mark.parametrize(
    ("action", "sentence"),
    [
        (2, r"it must act with actions in \[0, 1\]; got 2"),
        (-1, r"it must act with actions in \[0, 1\]; got -1"),
        (0.0, r"it must act with ints of shape \(128,\)"),
    ],
)
def test_actions_that_are_none(action, sentence):
    with pytest.raises(ValueError, match=sentence):
        simulate(WORLD, {"it": Fixed(action)}, 10, 10, progress=False)


def test_calls_that_are_none():
    with pytest.raises(ValueError, match="learners must be at least one, with labels that differ"):
        simulate(WORLD, [QLearning(), QLearning(0.5)], 5, progress=False)
    with pytest.raises(ValueError, match="learners must be Learners; got a int"):
        simulate(WORLD, {"it": 3}, 5, progress=False)
    for name in ("steps", "runs", "checkpoints", "cutoff"):
        with pytest.raises(ValueError, match=f"{name} must be an int"):
            simulate(WORLD, QLearning(), **{"steps": 10, "progress": False, name: 0})
