"""Double Q-learning: who chooses the best action must not also say how good it is.

The largest of several noisy estimates is too large on average, since it is chosen for its luck as well. Two
estimates from different steps cure it: one chooses the action, the other, whose luck is another, judges it.

In this file: `double_target`, and the learner `DoubleQ`.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from simlib.mdp.learner import QLearner, Step
from simlib.mdp.step_size import StepSize, check_share, check_step_size
from simlib.mdp.td import td_target
from simlib.validate import check_real


def double_target(
    reward: np.ndarray,
    chooser_q: np.ndarray,
    judge_q: np.ndarray,
    terminated: np.ndarray,
    discount: float,
) -> np.ndarray:
    """reward + discount * judge_q(argmax over a of chooser_q(a)), (R,), for both (R, A) of the next state.

    Source: [Hasselt2010]; [Sutton2018] eq. 6.10
    """
    best = chooser_q.argmax(axis=-1)
    return td_target(reward, np.take_along_axis(judge_q, best[:, None], axis=-1)[:, 0], terminated, discount)


class DoubleQ(QLearner):
    """Two tables; a fair coin says which one chooses and is moved by the step, and the other judges.

    `halves` (2, R, S, A) are the tables, `q` is their mean, on which it acts epsilon-greedily.
    step_size in (0, 1], (R,), or `Visits`; epsilon in [0, 1] or (R,); first_q: q at the start.

    Source: [Hasselt2010] Alg. 1; [Sutton2018] section 6.7
    """

    def __init__(self, step_size: Any = 0.1, epsilon: Any = 0.1, first_q: float = 0.0):
        self.step_size = check_step_size(step_size)
        self.epsilon = check_share(epsilon)
        self.first_q = check_real("first_q", first_q)

    @property
    def label(self) -> str:
        return "Double Q"

    def reset(self, n_runs: int, n_states: int, n_actions: int, discount: float) -> None:
        super().reset(n_runs, n_states, n_actions, discount)
        self.halves = np.stack([self.q, self.q])
        self.half_steps = [StepSize(self.step_size, n_runs, n_states * n_actions) for _ in range(2)]

    def learn(self, step: Step, rng: Any) -> None:
        chooser = (rng.random(self.n_runs) < 0.5).astype(np.int64)
        next_q = self.halves[:, self.run, step.next_state]
        chooser_q, judge_q = next_q[chooser, self.run], next_q[1 - chooser, self.run]
        target = double_target(step.reward, chooser_q, judge_q, step.terminated, self.discount)
        cell, halves = self.cell(step.state, step.action), self.halves.reshape(2, -1)
        for half in range(2):
            moved = cell[chooser == half]
            old = halves[half, moved]
            halves[half, moved] = old + self.half_steps[half].at(moved) * (target[chooser == half] - old)
        self.q.reshape(-1)[cell] = halves[:, cell].mean(axis=0)
