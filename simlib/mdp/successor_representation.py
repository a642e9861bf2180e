"""The successor representation: where a policy will be, apart from what is paid there.

    M(s, t) = sum over k >= 0 of gamma^k P(state after k steps = t | start in s)
    value   = M @ reward

The same M serves for every reward: change what is paid, and the value is one product away, as long as the
policy stays the same.

In this file: `successor_representation`, `policy_reward`.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import scipy.sparse as sparse
import scipy.sparse.linalg

from simlib.mdp.bellman import as_policy
from simlib.mdp.tabular import TabularMDP


def successor_representation(mdp: TabularMDP, policy: Any) -> np.ndarray:
    """M = (I - gamma P_policy)^-1, (S, S): discounted visits to t (column) from s (row), the first included.

    policy: (S,) int or (S, A). A row sums to 1 / (1 - gamma) where no episode ends.
    Cost: S linear systems of S unknowns, and S^2 numbers.
    Source: [Dayan1993]
    """
    chain = mdp.transition.under(as_policy(mdp, policy))
    if not sparse.issparse(chain):
        return np.linalg.inv(np.eye(mdp.n_states) - mdp.discount * chain)
    matrix = sparse.csc_array(sparse.eye_array(mdp.n_states) - mdp.discount * chain)
    return scipy.sparse.linalg.splu(matrix).solve(np.eye(mdp.n_states))


def policy_reward(mdp: TabularMDP, policy: Any) -> np.ndarray:
    """What a policy is paid at once, sum over a of policy(a | s) R(s, a): (S,)."""
    return (as_policy(mdp, policy) * mdp.reward).sum(axis=-1)
