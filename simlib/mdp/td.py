"""Learn what a policy is worth from single steps, without waiting for the end.

What a state is worth is the reward plus what the next state is worth. Temporal-difference learning puts its
own estimate in for the latter and moves a little towards the sum: it bootstraps.

In this file: `td_target`, and the learner `TD`, known as TD(0).
"""

from __future__ import annotations

from typing import Any

import numpy as np

from simlib.mdp.learner import Step
from simlib.mdp.step_size import check_step_size
from simlib.mdp.value_learner import ValueLearner
from simlib.validate import check_real


def td_target(reward: np.ndarray, worth: np.ndarray, terminated: np.ndarray, discount: float) -> np.ndarray:
    """reward + discount * worth, or the reward alone where nothing follows.

    reward float, worth of the next state float, terminated bool: of one shape. A truncated step is not
    terminated: its next state keeps its worth.
    Source: [Sutton2018] eq. 6.2
    """
    return reward + discount * np.where(terminated, 0.0, worth)


class TD(ValueLearner):
    """v(state) += step * (reward + discount v(next state) - v(state)) after every step.

    step_size in (0, 1], (R,), or `Visits`; follows, first_value: see `ValueLearner`.

    Source: [Sutton2018] section 6.1
    """

    def __init__(self, step_size: Any = 0.1, follows: Any = None, first_value: float = 0.0):
        self.step_size = check_step_size(step_size)
        self.follows = follows
        self.first_value = check_real("first_value", first_value)

    def learn(self, step: Step, rng: Any) -> None:
        target = td_target(step.reward, self.value_of(step.next_state), step.terminated, self.discount)
        self.nudge(self.cell(step.state), target)
