"""The learner's interface: epsilon-greedy choices, step sizes, and where q is kept."""

import numpy as np
import pytest

from simlib.mdp.learner import Step, epsilon_greedy
from simlib.mdp.q_learning import QLearning
from simlib.mdp.step_size import StepSize, Visits, check_share, check_step_size, for_runs
from simlib.stats import ALPHA, check_counts, detectable_gap


class Given:
    """A generator that gives these uniforms."""

    def __init__(self, u):
        self.u = np.array(u)

    def random(self, size):
        assert size == len(self.u)
        return self.u


def test_a_step_ends_in_either_way():
    ends = np.array([True, False, False]), np.array([False, True, False])
    step = Step(*np.zeros((4, 3), int), *ends)
    assert step.ended.tolist() == [True, True, False]


def test_one_uniform_decides_whether_and_which():
    # epsilon 0.4 of four actions: below 0.4 one of four by quarters of it, above it one of the best two
    q = np.tile([1.0, 3.0, 2.0, 3.0], (6, 1))
    chosen = epsilon_greedy(q, 0.4, Given([0.05, 0.15, 0.25, 0.35, 0.65, 0.75]))
    assert chosen.tolist() == [0, 1, 2, 3, 1, 3]


@pytest.mark.parametrize(
    ("epsilon", "probs"), [(0.0, [0, 0.5, 0, 0.5]), (1.0, [0.25] * 4), (0.4, [0.1, 0.4, 0.1, 0.4])]
)
def test_the_law_of_an_epsilon_greedy_action(epsilon, probs, seed):
    n = 20_000
    assert detectable_gap(n, p=0.4, alpha=ALPHA / 4) <= 0.03
    chosen = epsilon_greedy(np.tile([1.0, 3.0, 2.0, 3.0], (n, 1)), epsilon, np.random.default_rng(seed))
    check_counts(np.bincount(chosen, minlength=4), np.array(probs))


def test_each_run_has_its_own_epsilon():
    q = np.tile([0.0, 1.0], (3, 1))
    assert epsilon_greedy(q, np.array([0.0, 1.0, 0.5]), Given([0.1, 0.1, 0.1])).tolist() == [1, 0, 0]


def test_the_uniform_at_its_ends():
    q = np.tile([0.0, 1.0, 1.0], (2, 1))
    top = np.nextafter(1, 0)
    for epsilon in (0.0, 0.3, 1.0):
        chosen = epsilon_greedy(q, epsilon, Given([0.0, top]))
        assert chosen.min() >= 0
        assert chosen.max() <= 2
    assert epsilon_greedy(q, 0.0, Given([0.0, top])).tolist() == [1, 2]


def test_constant_steps_and_those_of_each_run():
    assert StepSize(0.3, 2, 4).at(np.array([1, 6])) == 0.3
    steps = StepSize(np.array([0.1, 0.2, 0.3]), 3, 4)
    assert steps.at(np.array([0, 5, 6, 11])) == pytest.approx([0.1, 0.2, 0.2, 0.3])


def test_steps_by_visits():
    steps = StepSize(Visits(), 2, 4)
    assert steps.at(np.array([1, 6])) == pytest.approx([1, 1])
    assert steps.at(np.array([1, 7])) == pytest.approx([1 / 2, 1])
    assert steps.at(np.array([1])) == pytest.approx([1 / 3])
    slower = StepSize(Visits(0.75), 1, 1)
    assert [float(slower.at(np.array([0]))[0]) for _ in range(16)][15] == pytest.approx(1 / 8)


def test_a_row_of_settings_is_stretched_to_whole_blocks():
    assert for_runs(0.5, 128) == 0.5
    assert for_runs(np.array([0.1, 0.2]), 4).tolist() == [0.1, 0.2, 0.2, 0.2]
    with pytest.raises(ValueError, match="step_size must have one number for each run, 2; got 3"):
        for_runs(np.ones(3), 2)
    with pytest.raises(ValueError, match="epsilon must have one number for each run, 256; got 100"):
        for_runs(np.ones(100), 256, "epsilon")


@pytest.mark.parametrize("bad", [0, 1.5, float("nan"), [0.5, 0.0], [0.5, 2.0], [[0.5]], "0.1"])
def test_steps_that_are_none(bad):
    with pytest.raises(ValueError, match="step_size must"):
        check_step_size(bad)


def test_shares_and_powers_that_are_none():
    assert check_share(0.0) == 0
    assert check_share([0.0, 1.0]).tolist() == [0, 1]
    with pytest.raises(ValueError, match="epsilon must"):
        check_share([-0.1, 0.5])
    with pytest.raises(ValueError, match="power must be a number in"):
        Visits(0.5)


def test_q_is_kept_by_run_state_and_action():
    learner = QLearning(step_size=0.5, first_q=2.0)
    learner.reset(3, 4, 2, 0.9)
    state, action = np.array([1, 0, 3]), np.array([1, 0, 1])
    learner.nudge(learner.cell(state, action), np.array([4.0, 6.0, 0.0]))
    want = np.full((3, 4, 2), 2.0)
    want[[0, 1, 2], state, action] = [3.0, 4.0, 1.0]
    assert np.array_equal(learner.q, want)
    assert np.array_equal(learner.q_of(state), want[[0, 1, 2], state])
    assert learner.policy().tolist() == [[0, 1, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]
