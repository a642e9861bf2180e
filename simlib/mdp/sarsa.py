"""SARSA: learn what your own behaviour is worth, its mistakes included.

The target takes the action that will really be done next, so the name: state, action, reward, state, action.
A place where exploring is dangerous is then worth less than where it is harmless: SARSA is on-policy.

In this file: `OnPolicy`, which chooses the next action while learning, and the learner `Sarsa`.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from simlib.mdp.learner import QLearner, Step, epsilon_greedy
from simlib.mdp.step_size import check_share, check_step_size, for_runs
from simlib.mdp.td import td_target
from simlib.validate import check_real


class OnPolicy(QLearner):
    """A `QLearner` whose `learn` needs the next action: `choose` draws it, the next `act` returns it.

    Where an episode ended the next one begins elsewhere, so `act` draws another action there.
    """

    def reset(self, n_runs: int, n_states: int, n_actions: int, discount: float) -> None:
        super().reset(n_runs, n_states, n_actions, discount)
        self.next_action = np.zeros(n_runs, np.int64)
        self.fresh = np.ones(n_runs, bool)

    def act(self, state: np.ndarray, rng: Any) -> np.ndarray:
        return np.where(self.fresh, super().act(state, rng), self.next_action)

    def choose(self, step: Step, rng: Any) -> np.ndarray:
        """The actions (R,) that follow in `step.next_state`; those of episodes that end are never done."""
        epsilon = for_runs(self.epsilon, self.n_runs, "epsilon")
        self.next_action = epsilon_greedy(self.q_of(step.next_state), epsilon, rng)
        self.fresh = step.ended
        return self.next_action


class Sarsa(OnPolicy):
    """q(s, a) += step * (reward + discount q(next s, next a) - q(s, a)); acts epsilon-greedily.

    step_size in (0, 1], (R,), or `Visits`; epsilon in [0, 1] or (R,); first_q: q at the start.
    A truncated episode bootstraps on the action that it would have gone on with.

    Source: [Sutton2018] section 6.4
    """

    def __init__(self, step_size: Any = 0.1, epsilon: Any = 0.1, first_q: float = 0.0):
        self.step_size = check_step_size(step_size)
        self.epsilon = check_share(epsilon)
        self.first_q = check_real("first_q", first_q)

    @property
    def label(self) -> str:
        return "SARSA"

    def learn(self, step: Step, rng: Any) -> None:
        following = self.cell(step.next_state, self.choose(step, rng))
        worth = self.q.reshape(-1).take(following)
        target = td_target(step.reward, worth, step.terminated, self.discount)
        self.nudge(self.cell(step.state, step.action), target)
