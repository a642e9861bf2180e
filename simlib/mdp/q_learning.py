"""Q-learning: learn what the best policy is worth while doing something else.

The target takes the best action of the next state, whatever will really be done there. So exploring costs
reward, but it does not change what is learnt: Q-learning is off-policy.

In this file: `q_target`, and the learner `QLearning`.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from simlib.mdp.learner import QLearner, Step
from simlib.mdp.step_size import check_share, check_step_size
from simlib.mdp.td import td_target
from simlib.validate import check_real


def q_target(reward: np.ndarray, next_q: np.ndarray, terminated: np.ndarray, discount: float) -> np.ndarray:
    """reward + discount * max over a of q(next state, a), (R,), for next_q (R, A).

    Source: [Watkins1992]; [Sutton2018] eq. 6.8
    """
    best = np.ascontiguousarray(next_q.T).max(axis=0)  # faster than along the short last axis
    return td_target(reward, best, terminated, discount)


class QLearning(QLearner):
    """q(s, a) += step * (q_target - q(s, a)); acts epsilon-greedily.

    step_size in (0, 1], (R,), or `Visits`; epsilon in [0, 1] or (R,); first_q: q at the start, where a large
    number makes it try everything.

    Source: [Watkins1992]; [Sutton2018] section 6.5
    """

    def __init__(self, step_size: Any = 0.1, epsilon: Any = 0.1, first_q: float = 0.0):
        self.step_size = check_step_size(step_size)
        self.epsilon = check_share(epsilon)
        self.first_q = check_real("first_q", first_q)

    @property
    def label(self) -> str:
        return "Q-learning"

    def learn(self, step: Step, rng: Any) -> None:
        target = q_target(step.reward, self.q_of(step.next_state), step.terminated, self.discount)
        self.nudge(self.cell(step.state, step.action), target)
