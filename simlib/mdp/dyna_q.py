"""Dyna-Q: practise in your head what you saw once.

Steps in the world are dear, steps in the head are cheap. After each real step Dyna-Q repeats some remembered
ones, each an ordinary update of Q-learning, and so one reward spreads over the whole map within a few real
episodes.

In this file: the learner `DynaQ`.
"""

from __future__ import annotations

from typing import Any

from simlib.mdp.last_outcome import LastOutcome
from simlib.mdp.learner import QLearner, Step
from simlib.mdp.q_learning import q_target
from simlib.mdp.step_size import check_share, check_step_size
from simlib.validate import check_int, check_real


class DynaQ(QLearner):
    """A step of Q-learning, then `practice` more of them on steps drawn from all those remembered.

    practice int >= 0, where 0 is Q-learning; step_size in (0, 1], (R,), or `Visits`; epsilon in [0, 1] or
    (R,); first_q: q at the start.
    Assumes a world without luck (see `LastOutcome`).

    Source: [Sutton1990]; [Sutton2018] section 8.2
    """

    def __init__(self, practice: int = 10, step_size: Any = 0.1, epsilon: Any = 0.1, first_q: float = 0.0):
        self.practice = check_int("practice", practice, 0)
        self.step_size = check_step_size(step_size)
        self.epsilon = check_share(epsilon)
        self.first_q = check_real("first_q", first_q)

    @property
    def label(self) -> str:
        return "Dyna-Q"

    def reset(self, n_runs: int, n_states: int, n_actions: int, discount: float) -> None:
        super().reset(n_runs, n_states, n_actions, discount)
        self.model = LastOutcome(n_runs, n_states, n_actions)

    def learn(self, step: Step, rng: Any) -> None:
        self.repeat(self.model.remember(step))
        for _ in range(self.practice):
            self.repeat(self.model.any_seen(rng.random(self.n_runs)))

    def repeat(self, cell: Any) -> None:
        """One step of Q-learning on what is remembered of the cells (R,)."""
        next_state, reward, terminated = self.model.outcome(cell)
        target = q_target(reward, self.q_of(next_state), terminated, self.discount)
        self.nudge(self.run * self.n_states * self.n_actions + cell, target)
