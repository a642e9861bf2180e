"""Actor-critic: its gradient by finite differences, one step on paper, and no need of an epsilon."""

import numpy as np
import pytest
from scipy.special import softmax

from simlib.mdp.actor_critic import ActorCritic, log_prob_gradient
from simlib.mdp.cliff_walk import CliffWalk
from simlib.mdp.learner import Step
from simlib.mdp.simulate import simulate
from simlib.stats import ALPHA, check_counts, detectable_gap


def one(state, action, reward, next_state, terminated=False, truncated=False) -> Step:
    """A step of one run."""
    numbers = [np.array([x]) for x in (state, action, reward, next_state, terminated, truncated)]
    return Step(*numbers)


def test_the_gradient_is_that_of_finite_differences():
    preference, action, tiny = np.random.default_rng(0).normal(size=(5, 4)), np.array([0, 3, 1, 2, 0]), 1e-6
    run, want = np.arange(5), np.zeros((5, 4))
    for a in range(4):
        up, down = preference.copy(), preference.copy()
        up[:, a] += tiny
        down[:, a] -= tiny
        want[:, a] = (
            np.log(softmax(up, axis=-1)[run, action]) - np.log(softmax(down, axis=-1)[run, action])
        ) / (2 * tiny)
    assert log_prob_gradient(softmax(preference, axis=-1), action) == pytest.approx(want, abs=1e-8)


@pytest.mark.parametrize(("terminated", "error"), [(False, 2.0), (True, -1.0)])
def test_one_step_on_paper(terminated, error):
    # v(0) = 2, v(1) = 6, reward 1, discount 0.5: the error is 1 + 3 - 2, or 1 - 2 where nothing follows
    learner = ActorCritic(actor_step=0.4, critic_step=0.1)
    learner.reset(1, 2, 2, 0.5)
    learner.value[0] = [2.0, 6.0]
    learner.preference[0, 0] = np.log([1.0, 3.0])
    learner.learn(one(0, 0, 1.0, 1, terminated, not terminated), None)
    assert learner.value[0, 0] == pytest.approx(2 + 0.1 * error)
    assert learner.preference[0, 0] == pytest.approx(
        np.log([1.0, 3.0]) + 0.4 * error * np.array([0.75, -0.75])
    )


def test_it_acts_by_its_policy(seed):
    n, probs = 20_000, np.array([0.1, 0.6, 0.3])
    learner = ActorCritic()
    learner.reset(n, 2, 3, 0.9)
    learner.preference[:, 1] = np.log(probs)
    assert learner.policy()[0, 1] == pytest.approx(probs)
    assert detectable_gap(n, p=0.3, alpha=ALPHA / 3) <= 0.03
    action = learner.act(np.ones(n, int), np.random.default_rng(seed))
    check_counts(np.bincount(action, minlength=3), probs)


def test_on_the_cliff_it_ends_up_exploring_less_and_less(seed):
    # the best possible is -13 an episode; epsilon-greedy learners with epsilon 0.1 stay at -20 and below
    result = simulate(CliffWalk(), ActorCritic(0.3, 0.3), 10_000, 64, seed, checkpoints=5, progress=False)
    reward, episodes = (
        np.diff(total["actor-critic"])[:, -1] for total in (result.reward_sum, result.episodes)
    )
    assert np.median(reward / np.maximum(episodes, 1)) > -20


def test_what_it_refuses():
    with pytest.raises(ValueError, match="actor_step must be > 0"):
        ActorCritic(actor_step=0.0)
    with pytest.raises(ValueError, match=r"critic_step must be a number in \(0, 1\]; got 2"):
        ActorCritic(critic_step=2)
