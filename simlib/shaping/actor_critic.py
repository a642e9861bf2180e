"""An actor-critic in a table, learning from samples, many runs at once.

    delta = reward + gamma v(t) - v(s)
    v(s) += critic_rate * delta;  logits(s, .) += actor_rate * delta * (1_a - policy(. | s))

It learns only from what it happens to see: where no reward is met, nothing changes. That is what "sparse"
means, and what exact gradients hide.

In this file: `ActorCritic`.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from simlib.mdp.learner import Learner, Step
from simlib.shaping.potential import shaping_term
from simlib.shaping.softmax_policy import softmax
from simlib.validate import check_array, check_real


class ActorCritic(Learner):
    """A softmax actor over logits (R, S, A) and a critic v (R, S), both moved by the critic's surprise.

    bonus: None, or what it is paid on top for arriving at each state from each state, (S, S); potential:
    None, or Phi (S,), of which it is paid gamma Phi(t) - Phi(s), and -Phi(s) where the episode terminates.
    actor_rate and critic_rate > 0.

    Source: [Sutton2018] section 13.5
    Differs: steps are not weighted by gamma to their age.
    """

    def __init__(
        self, bonus: Any = None, potential: Any = None, actor_rate: float = 0.5, critic_rate: float = 0.2
    ):
        self.bonus = None if bonus is None else check_array("bonus", bonus, ndim=2)
        self.potential = None if potential is None else check_array("potential", potential, ndim=1)
        self.actor_rate = check_real("actor_rate", actor_rate, 0, open_low=True)
        self.critic_rate = check_real("critic_rate", critic_rate, 0, 1, open_low=True)

    @property
    def label(self) -> str:
        return "actor-critic"

    def reset(self, n_runs: int, n_states: int, n_actions: int, discount: float) -> None:
        self.run, self.discount = np.arange(n_runs), discount
        self.logits, self.value = np.zeros((n_runs, n_states, n_actions)), np.zeros((n_runs, n_states))
        self.phi = np.zeros(n_states) if self.potential is None else self.potential
        check_array("potential", self.phi, shape=(n_states,))
        self.extra = None if self.bonus is None else check_array("bonus", self.bonus, shape=(n_states,) * 2)

    def act(self, state: np.ndarray, rng: Any) -> np.ndarray:
        up_to = softmax(self.logits[self.run, state]).cumsum(axis=-1)
        return (rng.random(len(state))[:, None] >= up_to[:, :-1]).sum(axis=-1)

    def learn(self, step: Step, rng: Any) -> None:
        s, t = step.state, step.next_state
        reward = step.reward + shaping_term(self.phi[s], self.phi[t], self.discount, step.terminated)
        if self.extra is not None:
            reward = reward + self.extra[s, t]
        ahead = np.where(step.terminated, 0.0, self.value[self.run, t])
        surprise = reward + self.discount * ahead - self.value[self.run, s]
        push = -softmax(self.logits[self.run, s])
        push[self.run, step.action] += 1
        self.value[self.run, s] += self.critic_rate * surprise
        self.logits[self.run, s] += self.actor_rate * surprise[:, None] * push

    def policy(self) -> np.ndarray:
        """The probabilities of its actions, (R, S, A)."""
        return softmax(self.logits)
