"""Expected SARSA: SARSA without the luck of the next action.

What SARSA draws, the next action, is known as a law: so put in the mean over it. The target has the same mean
and less noise, so that the step may be larger, up to 1 where the world itself is not random.

In this file: `epsilon_greedy_probs`, `expected_target`, and the learner `ExpectedSarsa`.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from simlib.mdp.learner import QLearner, Step
from simlib.mdp.step_size import check_share, check_step_size, for_runs
from simlib.mdp.td import td_target
from simlib.validate import check_real


def epsilon_greedy_probs(q: np.ndarray, epsilon: Any) -> np.ndarray:
    """The law of an epsilon-greedy action, (..., A): epsilon / A for all, and 1 - epsilon for the best.

    q (..., A); epsilon a number or of shape (...). The best ones share where several are.
    """
    epsilon = np.asarray(epsilon, dtype=float)[..., None]
    best = q == q.max(axis=-1, keepdims=True)
    return epsilon / q.shape[-1] + (1 - epsilon) * best / best.sum(axis=-1, keepdims=True)


def expected_target(
    reward: np.ndarray, next_q: np.ndarray, terminated: np.ndarray, discount: float, epsilon: Any
) -> np.ndarray:
    """reward + discount * sum over a of probs(a) q(next state, a), (R,), for next_q (R, A).

    Source: [Sutton2018] eq. 6.9
    """
    worth = (epsilon_greedy_probs(next_q, epsilon) * next_q).sum(axis=-1)
    return td_target(reward, worth, terminated, discount)


class ExpectedSarsa(QLearner):
    """q(s, a) += step * (expected_target - q(s, a)); acts epsilon-greedily, and judges that behaviour.

    step_size in (0, 1], (R,), or `Visits`; epsilon in [0, 1] or (R,); first_q: q at the start.
    With epsilon 0 it is Q-learning.

    Source: [Sutton2018] section 6.6; [Seijen2009]
    """

    def __init__(self, step_size: Any = 0.1, epsilon: Any = 0.1, first_q: float = 0.0):
        self.step_size = check_step_size(step_size)
        self.epsilon = check_share(epsilon)
        self.first_q = check_real("first_q", first_q)

    @property
    def label(self) -> str:
        return "Expected SARSA"

    def learn(self, step: Step, rng: Any) -> None:
        epsilon = for_runs(self.epsilon, self.n_runs, "epsilon")
        next_q = self.q_of(step.next_state)
        target = expected_target(step.reward, next_q, step.terminated, self.discount, epsilon)
        self.nudge(self.cell(step.state, step.action), target)
