"""Actor-critic: change the behaviour itself, in the direction of what went better than expected.

The critic learns values by TD. Its error says whether the last action did better or worse than the state is
worth; the actor makes that action a little more or less likely. There is no epsilon: the behaviour is a law
that is learnt, and grows sure of itself.

In this file: `log_prob_gradient`, and the learner `ActorCritic`.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy.special import softmax

from simlib.mdp.learner import Learner, Step
from simlib.mdp.step_size import Visits, check_step_size, for_runs
from simlib.mdp.td import td_target
from simlib.validate import check_array


def log_prob_gradient(probs: np.ndarray, action: np.ndarray) -> np.ndarray:
    """d log probs(action) / d preference = 1 at the action, 0 elsewhere, minus probs: (R, A).

    probs (R, A) of a softmax, action (R,) int.
    Source: [Sutton2018] section 13.3
    """
    return (np.arange(probs.shape[-1]) == action[:, None]) - probs


class ActorCritic(Learner):
    """v(s) += critic_step * error; preference(s, .) += actor_step * error * log_prob_gradient.

    error = reward + discount v(next s) - v(s). `preference` (R, S, A) and `value` (R, S) begin at 0.
    actor_step > 0, a number or (R,), critic_step in (0, 1] or (R,).

    Source: [Sutton2018] section 13.5, one-step
    Differs: the actor's step is not multiplied by discount^t, as in most practice.
    """

    def __init__(self, actor_step: Any = 0.5, critic_step: Any = 0.1):
        steps = check_array("actor_step", actor_step)
        if steps.ndim > 1 or not (steps > 0).all():
            raise ValueError(f"actor_step must be > 0, a number or of shape (runs,); got {actor_step!r}")
        if isinstance(critic_step, Visits):
            raise ValueError("critic_step must be a number or an array of shape (runs,); got Visits")
        self.actor_step = actor_step if steps.ndim == 0 else steps
        self.critic_step = check_step_size(critic_step, "critic_step")

    @property
    def label(self) -> str:
        return "actor-critic"

    def reset(self, n_runs: int, n_states: int, n_actions: int, discount: float) -> None:
        self.n_runs, self.n_states, self.n_actions, self.discount = n_runs, n_states, n_actions, discount
        self.preference = np.zeros((n_runs, n_states, n_actions))
        self.value = np.zeros((n_runs, n_states))
        self.run = np.arange(n_runs)

    def act(self, state: np.ndarray, rng: Any) -> np.ndarray:
        up_to = softmax(self.preference[self.run, state], axis=-1).cumsum(axis=-1)[:, :-1]
        return (rng.random(self.n_runs)[:, None] >= up_to).sum(axis=-1)

    def learn(self, step: Step, rng: Any) -> None:
        actor = for_runs(self.actor_step, self.n_runs, "actor_step")
        critic = for_runs(self.critic_step, self.n_runs, "critic_step")
        run, state = self.run, step.state
        ahead = self.value[run, step.next_state]
        error = td_target(step.reward, ahead, step.terminated, self.discount) - self.value[run, state]
        gradient = log_prob_gradient(softmax(self.preference[run, state], axis=-1), step.action)
        self.value[run, state] += critic * error
        self.preference[run, state] += (actor * error)[:, None] * gradient

    def policy(self) -> np.ndarray:
        """The law it acts by, (R, S, A)."""
        return softmax(self.preference, axis=-1)
