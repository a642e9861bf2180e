"""SARSA: the action in the target is the one that is then done, and exploring has its price."""

import numpy as np
import pytest

from simlib.mdp.cliff_walk import CliffWalk
from simlib.mdp.learner import Step
from simlib.mdp.q_learning import QLearning
from simlib.mdp.sarsa import Sarsa
from simlib.mdp.simulate import simulate


def one(state, action, reward, next_state, terminated=False, truncated=False) -> Step:
    """A step of one run."""
    numbers = [np.array([x]) for x in (state, action, reward, next_state, terminated, truncated)]
    return Step(*numbers)


def test_the_target_holds_the_action_that_is_done_next():
    # q(1, .) is 2 or 4, so that from 1 the step goes halfway to 1 + 0.5 * 2 or to 1 + 0.5 * 4
    seen = set()
    for seed in range(40):
        learner, rng = Sarsa(step_size=0.5, epsilon=1.0), np.random.default_rng(seed)
        learner.reset(1, 2, 2, 0.5)
        learner.q[0] = [[1.0, 7.0], [2.0, 4.0]]
        learner.act(np.array([0]), rng)
        learner.learn(one(0, 0, 1.0, 1), rng)
        (action,) = learner.act(np.array([1]), rng)
        assert learner.q[0, 0, 0] == pytest.approx([1.5, 2.0][action])
        seen.add(int(action))
    assert seen == {0, 1}


def test_a_new_episode_has_a_new_action():
    # 1 is greedy where the episode ended, 0 where the next one begins
    for terminated in (True, False):
        learner, rng = Sarsa(step_size=0.5, epsilon=0.0), np.random.default_rng(0)
        learner.reset(1, 2, 2, 0.5)
        learner.q[0] = [[9.0, 7.0], [2.0, 4.0]]
        learner.learn(one(0, 1, 1.0, 1, terminated, not terminated), rng)
        assert learner.act(np.array([0]), rng)[0] == 0
        # truncated: half of the way from 7 to 1 + 0.5 * 4; terminated: half of the way to 1
        assert learner.q[0, 0, 1] == pytest.approx(4.0 if terminated else 5.0)


def test_on_the_cliff_it_earns_more_than_q_learning_while_it_learns(seed):
    # the medians are about 27 and 50 lost in an episode, each with a standard error below 1
    learners, runs = [QLearning(0.5), Sarsa(0.5)], 128
    result = simulate(CliffWalk(), learners, 6000, runs, seed, checkpoints=3, progress=False)
    late = {
        label: np.diff(result.reward_sum[label][:, 1:])[:, 0] / np.diff(result.episodes[label][:, 1:])[:, 0]
        for label in result.value
    }
    assert np.median(late["SARSA"]) - np.median(late["Q-learning"]) > 12
    # and yet what Q-learning would do without exploring is better
    value = {label: result.value[label][:, -1] for label in result.value}
    assert np.median(value["Q-learning"]) > np.median(value["SARSA"])
