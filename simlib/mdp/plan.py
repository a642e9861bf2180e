"""What a planner hands back: a value, a policy, and a certificate that says how wrong they can be.

The certificate needs no trust in the planner. It is worked out from the value alone: one backup moves the
value by at most `residual`, so it is at most residual / (1 - gamma) away from the best policy's.

In this file: `Plan`, `NotConverged`; `certify`, `accept`; `stacked`, `policy_rows`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import scipy.sparse as sparse

from simlib.mdp.bellman import backup, greedy
from simlib.mdp.tabular import TabularMDP
from simlib.mdp.transition import Dense, Successors


class NotConverged(RuntimeError):  # noqa: N818
    """A planner used up its sweeps before its certificate was small enough."""


@dataclass(frozen=True)
class Plan:
    """A planner's result for one MDP."""

    value: np.ndarray  # (S,) float, at most `error_bound` from the best policy's in every state
    policy: np.ndarray  # (S,) int, greedy on the value; the first of equally good actions
    sweeps: int  # passes over all states; rounds of policy iteration; the solver's steps
    residual: float  # max over s of |max over a of q(s, a) - value(s)|
    error_bound: float  # residual / (1 - discount)


def certify(mdp: TabularMDP, value: np.ndarray, sweeps: int, policy: Any = None) -> Plan:
    """The plan with this value (S,) and what one backup says of it; policy (S,) int, or the greedy one."""
    q = backup(mdp, value)
    residual = float(np.abs(q.max(axis=-1) - value).max())
    action = greedy(q) if policy is None else policy
    return Plan(value, action, sweeps, residual, residual / (1 - mdp.discount))


def accept(planner: str, plan: Plan, tolerance: float) -> Plan:
    """The plan as it is. Raises: NotConverged unless its certified error is at most the tolerance."""
    if not plan.error_bound <= tolerance:
        seen = f"{plan.error_bound:.3g} after {plan.sweeps} sweeps"
        raise NotConverged(f"{planner} must certify an error of at most {tolerance:g}; got {seen}")
    return plan


def stacked(mdp: TabularMDP) -> Any:
    """P as a sparse matrix (S * A, S) without stored zeros, whose row s * A + a is P(. | s, a)."""
    form = mdp.transition
    if isinstance(form, Dense):
        return sparse.csr_array(form.probs.reshape(-1, mdp.n_states))
    matrix = form.as_sparse().matrix if isinstance(form, Successors) else form.matrix
    kind = np.int32 if max(matrix.nnz, *matrix.shape) < 2**31 else np.int64  # short indices are read faster
    places = matrix.indices.astype(kind), matrix.indptr.astype(kind)
    small = sparse.csr_array((matrix.data.copy(), *places), shape=matrix.shape)
    small.eliminate_zeros()
    return small


def policy_rows(mdp: TabularMDP, matrix: Any, policy: np.ndarray) -> tuple[Any, np.ndarray]:
    """The chain (S, S) and the rewards (S,) of the actions (S,) int, from the `stacked` matrix."""
    state = np.arange(mdp.n_states)
    return matrix[state * mdp.n_actions + policy], mdp.reward[state, policy]
