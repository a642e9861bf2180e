"""Q-learning: the target on paper, beside those of its neighbours; what ends an episode and what does not."""

import numpy as np
import pytest

from simlib.mdp.learner import Step
from simlib.mdp.q_learning import QLearning, q_target


def one(state, action, reward, next_state, terminated=False, truncated=False) -> Step:
    """A step of one run."""
    numbers = [np.array([x]) for x in (state, action, reward, next_state, terminated, truncated)]
    return Step(*numbers)


def test_the_target_on_paper():
    # reward 1, discount 0.5, the best of 2 and 4; SARSA after action 0 would have 2, Expected SARSA 2.75
    target = q_target(np.array([1.0]), np.array([[2.0, 4.0]]), np.array([False]), 0.5)
    assert target == pytest.approx([3.0])


def test_nothing_follows_a_terminal_state():
    target = q_target(np.array([1.0]), np.array([[2.0, 4.0]]), np.array([True]), 0.5)
    assert target == pytest.approx([1.0])


@pytest.mark.parametrize(("terminated", "truncated", "moved"), [(0, 0, 2.0), (0, 1, 2.0), (1, 0, 1.0)])
def test_a_truncated_step_keeps_the_worth_of_its_next_state(terminated, truncated, moved):
    learner = QLearning(step_size=0.5)
    learner.reset(1, 2, 2, 0.5)
    learner.q[0] = [[1.0, 7.0], [2.0, 4.0]]
    learner.learn(one(0, 0, 1.0, 1, bool(terminated), bool(truncated)), None)
    assert learner.q[0] == pytest.approx(np.array([[moved, 7.0], [2.0, 4.0]]))


def test_each_run_has_its_own_step_size():
    learner = QLearning(step_size=np.array([0.25, 1.0]))
    learner.reset(2, 2, 2, 0.5)
    both = Step(*(np.array([x, x]) for x in (0, 1, 2.0, 1, True, False)))
    learner.learn(both, None)
    assert learner.q[:, 0, 1] == pytest.approx([0.5, 2.0])


def test_what_it_refuses():
    with pytest.raises(ValueError, match=r"step_size must be a number in \(0, 1\]; got 0"):
        QLearning(step_size=0)
    with pytest.raises(ValueError, match=r"epsilon must be a number in \[0, 1\]; got 1.5"):
        QLearning(epsilon=1.5)
    with pytest.raises(ValueError, match="first_q must be a number; got nan"):
        QLearning(first_q=float("nan"))
