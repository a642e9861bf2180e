"""Advice on actions: a potential Phi(s, a) says not only where to be but what to do there.

    look-ahead   F = gamma Phi(t, b) - Phi(s, a)            with b the action taken next
    look-back    F = Phi(s, a) - Phi(before, what was done there) / gamma

Look-ahead lowers the values by Phi(s, a), which differs between actions: the best action is no longer the one
of the largest q, but that of the largest q + Phi. Look-back leaves the order of actions alone.

In this file: `look_ahead` and `look_back` along a path, `advised_q` by planning, and the learner `AdvisedQ`.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from simlib.mdp.learner import QLearner, Step, epsilon_greedy
from simlib.mdp.tabular import TabularMDP
from simlib.validate import check_array, check_real


def look_ahead(advice: Any, discount: float, terminated: bool = False) -> np.ndarray:
    """F_k = gamma Phi_(k+1) - Phi_k along a path: advice (..., n + 1) of its pairs -> (..., n).

    The last pair is that of the state reached and the action that would be taken there; terminated: it does
    not exist, and counts as 0. The discounted sum is gamma^n Phi_n - Phi_0: Phi_0 depends on the first
    action.

    Source: [Wiewiora2003]
    """
    phi = check_array("advice", advice).copy()
    if terminated:
        phi[..., -1] = 0
    return discount * phi[..., 1:] - phi[..., :-1]


def look_back(advice: Any, discount: float) -> np.ndarray:
    """F_k = Phi_k - Phi_(k-1) / gamma along a path: advice (..., n) of its pairs -> (..., n); F_0 = Phi_0.

    The discounted sum of n steps is gamma^(n-1) times the last Phi. Assumes discount > 0.
    Source: [Wiewiora2003]
    """
    phi = check_array("advice", advice)
    check_real("discount", discount, 0, 1, open_low=True)
    before = np.concatenate([np.zeros((*phi.shape[:-1], 1)), phi[..., :-1]], axis=-1)
    return phi - before / discount


def advised_q(mdp: TabularMDP, advice: Any, tolerance: float = 1e-12) -> np.ndarray:
    """The values (S, A) that look-ahead advice (S, A) leads to: Q*(s, a) - Phi(s, a).

    q(s, a) = R(s, a) - Phi(s, a) + gamma sum over t of P(t | s, a) max over b of (q + Phi)(t, b), iterated.
    Act by the largest q + Phi, not by the largest q. Advice at terminal states is not looked at.
    Cost: some log(tolerance) / log(gamma) passes over P.
    Source: [Wiewiora2003]
    """
    phi = check_array("advice", advice, shape=(mdp.n_states, mdp.n_actions))
    q = np.zeros(phi.shape)
    while True:
        ahead = np.where(mdp.terminal, 0.0, (q + phi).max(axis=-1))
        fresh = mdp.reward - phi + mdp.discount * mdp.transition.expect(ahead)
        if np.abs(fresh - q).max() <= tolerance * (1 + np.abs(fresh).max()):
            return fresh
        q = fresh


class AdvisedQ(QLearner):
    """Q-learning with look-ahead advice Phi (S, A): it acts by q + Phi, and learns from reward + F.

        q(s, a) += rate * (reward + gamma (q + Phi)(t, b) - Phi(s, a) - q(s, a)),  b the best by q + Phi

    advice: None for none. rate in (0, 1]; epsilon in [0, 1] of random actions. From the same luck q + Phi is
    at every step what Q-learning without advice has that began at Phi in place of 0.

    Source: [Wiewiora2003]; [Wiewiora2003b] for the last sentence with potentials of states
    Differs: the next action is the best one, as in Q-learning, not the one that is taken.
    """

    def __init__(self, advice: Any = None, rate: float = 0.5, epsilon: float = 0.1):
        self.advice = None if advice is None else check_array("advice", advice, ndim=2)
        self.rate = check_real("rate", rate, 0, 1, open_low=True)
        self.epsilon = check_real("epsilon", epsilon, 0, 1)

    @property
    def label(self) -> str:
        return "Q-learning, advised"

    def reset(self, n_runs: int, n_states: int, n_actions: int, discount: float) -> None:
        super().reset(n_runs, n_states, n_actions, discount)
        given = np.zeros((n_states, n_actions)) if self.advice is None else self.advice
        self.phi = check_array("advice", given, shape=(n_states, n_actions))

    def act(self, state: np.ndarray, rng: Any) -> np.ndarray:
        return epsilon_greedy(self.q[self.run, state] + self.phi[state], self.epsilon, rng)

    def learn(self, step: Step, rng: Any) -> None:
        ahead = (self.q[self.run, step.next_state] + self.phi[step.next_state]).max(axis=-1)
        ahead = np.where(step.terminated, 0.0, ahead)
        at = self.run, step.state, step.action
        target = step.reward + self.discount * ahead - self.phi[step.state, step.action]
        self.q[at] += self.rate * (target - self.q[at])

    def policy(self) -> np.ndarray:
        """The best action by q + Phi in each state, (R, S) int."""
        return (self.q + self.phi).argmax(axis=-1)
