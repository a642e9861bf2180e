"""Bellman's equations, on which all planning and learning rests.

    q(s, a) = R(s, a) + gamma sum over t of P(t | s, a) v(t)     what an action is worth if v is what follows
    v(s)    = sum over a of policy(a | s) q(s, a)                under a policy
    v(s)    = max over a of q(s, a)                              under the best one

A value that is not the solution gives itself away: if one backup moves it by at most r, it is at most
r / (1 - gamma) away from the solution, and acting greedily on it costs at most 2 gamma r / (1 - gamma).

In this file: `backup`, `greedy`, `as_policy`, `policy_probs`; `residual`, `error_bound`, `loss_bound`;
`evaluate`, `occupancy`.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import scipy.sparse as sparse
import scipy.sparse.linalg

from simlib.mdp.tabular import TabularMDP
from simlib.validate import check_array


def backup(mdp: TabularMDP, value: np.ndarray) -> np.ndarray:
    """q(s, a) = R(s, a) + gamma sum over t of P(t | s, a) value(t), (S, A), for value (S,).

    Cost: one pass over P.
    """
    return mdp.reward + mdp.discount * mdp.transition.expect(value)


def greedy(q: np.ndarray) -> np.ndarray:
    """The best action (S,) int by q (S, A); the first of several."""
    return q.argmax(axis=-1)


def as_policy(mdp: TabularMDP, policy: Any) -> np.ndarray:
    """A policy as probabilities (S, A), for this world: see `policy_probs`."""
    return policy_probs(policy, mdp.n_states, mdp.n_actions)


def policy_probs(policy: Any, n_states: int, n_actions: int, name: str = "policy") -> np.ndarray:
    """A policy as probabilities (S, A): given so, or as one action for each state, (S,) int.

    Raises: ValueError, of the argument `name`, for an action out of range or rows that do not sum to one.
    """
    if np.ndim(policy) == 1:
        action = check_array(name, policy, shape=(n_states,), dtype=np.int64)
        if not 0 <= action.min() <= action.max() < n_actions:
            wrong = action[(action < 0) | (action >= n_actions)][0]
            raise ValueError(f"{name} must hold actions in [0, {n_actions - 1}]; got {wrong}")
        return np.eye(n_actions)[action]
    probs = check_array(name, policy, shape=(n_states, n_actions))
    off = np.abs(probs.sum(axis=-1) - 1).max()
    if probs.min() < 0 or off > 1e-9:
        raise ValueError(
            f"{name} must hold probabilities that sum to 1; got a row that misses it by {off:.3g}"
        )
    return probs


def residual(mdp: TabularMDP, value: np.ndarray) -> float:
    """max over s of |max over a of q(s, a) - value(s)|, with q the backup of value (S,)."""
    return float(np.abs(backup(mdp, value).max(axis=-1) - value).max())


def error_bound(mdp: TabularMDP, value: np.ndarray) -> float:
    """residual / (1 - gamma): no state's value (S,) is farther than this from the best policy's.

    Source: [Puterman1994] theorem 6.3.1
    """
    return residual(mdp, value) / (1 - mdp.discount)


def loss_bound(mdp: TabularMDP, value: np.ndarray) -> float:
    """2 gamma residual / (1 - gamma): what acting greedily on value (S,) loses at most in any state.

    Source: [Williams1993]
    """
    return 2 * mdp.discount * residual(mdp, value) / (1 - mdp.discount)


def evaluate(mdp: TabularMDP, policy: Any) -> np.ndarray:
    """The value (S,) of a policy, exactly: v solves (I - gamma P_policy) v = R_policy.

    policy: (S,) int or (S, A). Cost: one linear system of S unknowns, sparse where P is.
    """
    probs = as_policy(mdp, policy)
    chain, reward = mdp.transition.under(probs), (probs * mdp.reward).sum(axis=-1)
    return _solved(mdp.discount, chain, reward)


def occupancy(mdp: TabularMDP, policy: Any) -> np.ndarray:
    """How often a policy does a in s from the start, later visits discounted: (S, A).

    d(s, a) = policy(a | s) sum over k >= 0 of gamma^k P(state after k steps = s). Its sum is
    1 / (1 - gamma) where no episode ends, and sum of d * R is the value of the start.
    Cost: one linear system of S unknowns.
    """
    probs = as_policy(mdp, policy)
    visits = _solved(mdp.discount, mdp.transition.under(probs).T, mdp.start)
    return visits[:, None] * probs


def _solved(discount: float, chain: Any, right: np.ndarray) -> np.ndarray:
    """x with (I - discount * chain) x = right."""
    if not sparse.issparse(chain):
        return np.linalg.solve(np.eye(len(right)) - discount * chain, right)
    matrix = sparse.csc_array(sparse.eye_array(len(right)) - discount * chain)
    return np.asarray(scipy.sparse.linalg.spsolve(matrix, right))
