"""A softmax policy of a known MDP, and everything about its worth in closed form, many runs at once.

    policy(a | s) = exp(logit(s, a)) / sum over b of exp(logit(s, b)),  J = value of the start
    dJ / dlogit(s, a) = d(s) policy(a | s) (q(s, a) - v(s)),  d(s) the discounted visits of s

Visits and values come from one matrix (I - gamma P_policy)^(-1); along a direction x of the logits all of
them have derivatives, which need that matrix and nothing else. Two of these carry bi-level learning: the
Hessian times x, and the change of the visits, which is the gradient in x direction of J by the rewards.

In this file: `Worlds`, the MDPs of R runs; `Solved`, a policy with its values and visits; `solve`,
`gradient`, `hessian_times`, `visits_along`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy.special import softmax

from simlib.mdp.tabular import TabularMDP


@dataclass(frozen=True)
class Worlds:
    """The MDPs of R runs, of one size and discount. Nothing leads on from a terminal state."""

    transition: np.ndarray  # (R, S, A, S)
    start: np.ndarray  # (R, S)
    discount: float

    @classmethod
    def of(cls, mdps: Sequence[TabularMDP]) -> Worlds:
        """The worlds of some MDPs, whose rewards are given apart. Raises: ValueError where sizes differ."""
        sizes = {(mdp.n_states, mdp.n_actions, mdp.discount) for mdp in mdps}
        if len(sizes) != 1:
            raise ValueError(f"mdps must be of one size and discount; got {len(sizes)} kinds")
        n_states, n_actions, discount = sizes.pop()
        probs = np.zeros((len(mdps), n_states, n_actions, n_states))
        for i, mdp in enumerate(mdps):
            index = mdp.transition.successors()
            place = np.arange(n_states)[:, None, None], np.arange(n_actions)[:, None], index.next_state
            np.add.at(probs[i], place, index.probs)
        return cls(probs, np.stack([mdp.start for mdp in mdps]), discount)

    @cached_property
    def successors(self) -> tuple[np.ndarray, np.ndarray]:
        """The states that may follow and their cumulated probabilities, both (R, S, A, N), to draw from."""
        likely = self.transition > 0
        order = np.argsort(~likely, axis=-1, kind="stable")[..., : max(1, likely.sum(axis=-1).max())]
        return order, np.take_along_axis(self.transition, order, axis=-1).cumsum(axis=-1)


@dataclass(frozen=True)
class Solved:
    """A policy in its worlds, with rewards: what everything else is made of."""

    worlds: Worlds
    policy: np.ndarray  # (R, S, A)
    inverse: np.ndarray  # (R, S, S), (I - gamma P_policy)^(-1)
    visits: np.ndarray  # (R, S), discounted
    value: np.ndarray  # (R, S)
    q: np.ndarray  # (R, S, A)

    @property
    def worth(self) -> np.ndarray:
        """J (R,), the value of the start."""
        return (self.worlds.start * self.value).sum(axis=-1)

    def with_reward(self, reward: np.ndarray) -> Solved:
        """The same policy judged by other rewards (R, S, A), at the cost of two products."""
        gained = (self.policy * reward).sum(axis=-1)
        value = _apply(self.inverse, gained)
        q = reward + self.worlds.discount * _expect(self.worlds, value)
        return Solved(self.worlds, self.policy, self.inverse, self.visits, value, q)


def solve(worlds: Worlds, logits: np.ndarray, reward: np.ndarray) -> Solved:
    """Values and visits of the softmax policy of logits (R, S, A) under rewards (R, S, A).

    Cost: one inverse of an S by S matrix for each run.
    """
    policy = softmax(logits, axis=-1)
    n_states = worlds.start.shape[-1]
    chain = (policy[:, :, None, :] @ worlds.transition)[:, :, 0]
    inverse = np.linalg.inv(np.eye(n_states) - worlds.discount * chain)
    visits = _apply(inverse.swapaxes(1, 2), worlds.start)
    return Solved(worlds, policy, inverse, visits, visits, policy).with_reward(reward)


def gradient(solved: Solved) -> np.ndarray:
    """dJ / dlogits (R, S, A) = d(s) policy(a | s) (q(s, a) - v(s)).

    Source: [Sutton2018] section 13.2
    """
    advantage = solved.q - solved.value[..., None]
    return solved.visits[..., None] * solved.policy * advantage


def hessian_times(solved: Solved, x: np.ndarray) -> np.ndarray:
    """The second derivatives of J in the logits times x (R, S, A): the derivative of `gradient` along x."""
    turn, visits = _along(solved, x)
    discount = solved.worlds.discount
    value = _apply(solved.inverse, (turn * solved.q).sum(axis=-1))
    q = discount * _expect(solved.worlds, value)
    advantage = solved.q - solved.value[..., None]
    moved = visits[..., None] * solved.policy * advantage + solved.visits[..., None] * turn * advantage
    return moved + solved.visits[..., None] * solved.policy * (q - value[..., None])


def visits_along(solved: Solved, x: np.ndarray) -> np.ndarray:
    """How the discounted visits of (s, a) change along x (R, S, A): (R, S, A).

    J is the sum of visits times rewards, so x . dJ/dlogits is the sum of this times the rewards, for any
    rewards: it is the derivative of x . gradient by each reward.
    """
    turn, visits = _along(solved, x)
    return visits[..., None] * solved.policy + solved.visits[..., None] * turn


def _along(solved: Solved, x: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The derivatives along x of the policy (R, S, A) and of the visits (R, S)."""
    turn = solved.policy * (x - (solved.policy * x).sum(axis=-1, keepdims=True))
    weight = solved.visits[..., None] * turn
    flow = np.einsum("rsa,rsat->rt", weight, solved.worlds.transition, optimize=True)
    return turn, _apply(solved.inverse.swapaxes(1, 2), solved.worlds.discount * flow)


def _apply(matrix: np.ndarray, vector: np.ndarray) -> np.ndarray:
    return (matrix @ vector[..., None])[..., 0]


def _expect(worlds: Worlds, value: np.ndarray) -> np.ndarray:
    """sum over t of P(t | s, a) value(t), (R, S, A)."""
    return (worlds.transition @ value[:, None, :, None])[..., 0]
