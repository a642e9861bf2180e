"""Expected SARSA: the mean over the next action, and what a step of 1 does to it and to SARSA."""

import numpy as np
import pytest

from simlib.mdp.cliff_walk import CliffWalk
from simlib.mdp.expected_sarsa import ExpectedSarsa, epsilon_greedy_probs, expected_target
from simlib.mdp.learner import Step, epsilon_greedy
from simlib.mdp.q_learning import QLearning
from simlib.mdp.sarsa import Sarsa
from simlib.mdp.simulate import simulate
from simlib.stats import ALPHA, check_counts, detectable_gap


def one(state, action, reward, next_state, terminated=False, truncated=False) -> Step:
    """A step of one run."""
    numbers = [np.array([x]) for x in (state, action, reward, next_state, terminated, truncated)]
    return Step(*numbers)


def test_the_target_on_paper():
    # epsilon 0.5 of two actions: 0.25 * 2 + 0.75 * 4 = 3.5. Q-learning would have 3, a uniform mean 2.5
    target = expected_target(np.array([1.0]), np.array([[2.0, 4.0]]), np.array([False]), 0.5, 0.5)
    assert target == pytest.approx([2.75])


def test_the_best_share_what_is_not_explored():
    probs = epsilon_greedy_probs(np.array([1.0, 3.0, 3.0, 2.0]), 0.4)
    assert probs == pytest.approx([0.1, 0.4, 0.4, 0.1])


def test_these_are_the_probabilities_of_an_epsilon_greedy_action(seed):
    n, q = 20_000, np.array([1.0, 3.0, 3.0, 2.0])
    assert detectable_gap(n, p=0.1, alpha=ALPHA / 4) <= 0.02
    action = epsilon_greedy(np.tile(q, (n, 1)), 0.4, np.random.default_rng(seed))
    check_counts(np.bincount(action, minlength=4), epsilon_greedy_probs(q, 0.4))


@pytest.mark.parametrize(("terminated", "moved"), [(False, 1.875), (True, 1.0)])
def test_only_a_terminated_step_has_nothing_behind_it(terminated, moved):
    learner = ExpectedSarsa(step_size=0.5, epsilon=0.5)
    learner.reset(1, 2, 2, 0.5)
    learner.q[0] = [[1.0, 7.0], [2.0, 4.0]]
    learner.learn(one(0, 0, 1.0, 1, terminated, not terminated), None)
    assert learner.q[0, 0, 0] == pytest.approx(moved)


def test_without_exploring_it_is_q_learning():
    rng, learners = np.random.default_rng(3), [ExpectedSarsa(0.3, 0.0), QLearning(0.3, 0.0)]
    for learner in learners:
        learner.reset(50, 4, 3, 0.9)
    for _ in range(60):
        state, action = rng.integers(4, size=50), rng.integers(3, size=50)
        step = Step(
            state, action, rng.random(50), rng.integers(4, size=50), rng.random(50) < 0.1, np.zeros(50, bool)
        )
        for learner in learners:
            learner.learn(step, rng)
    assert learners[0].q.max() > 1
    assert learners[0].q == pytest.approx(learners[1].q)


def test_a_step_of_one_suits_it_and_ruins_sarsa(seed):
    # on the cliff, which has no luck of its own: an episode costs about 21 and 47, by the median over runs
    runs, learners = 128, [ExpectedSarsa(1.0), Sarsa(1.0)]
    result = simulate(CliffWalk(), learners, 6000, runs, seed, checkpoints=2, cutoff=200, progress=False)
    late = {
        label: np.median(np.diff(result.reward_sum[label]) / np.diff(result.episodes[label]))
        for label in result.value
    }
    assert late["Expected SARSA"] > -25
    assert late["SARSA"] < -35
