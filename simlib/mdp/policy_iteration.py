"""Policy iteration: work out exactly what a policy is worth, then do in each state what looks best.

    v    = value of the policy              one linear system
    q    = R + gamma P v                    what one other action would be worth
    take another action only where q(s, other) > q(s, old)

No state gets worse, and a policy that nothing improves is the best. There are finitely many policies, so it
ends; in practice after a handful of rounds.

In this file: `policy_iteration`, and `modified_policy_iteration`, which evaluates by a few sweeps.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from simlib.mdp.bellman import as_policy, backup, evaluate, greedy
from simlib.mdp.plan import NotConverged, Plan, accept, certify, policy_rows, stacked
from simlib.mdp.tabular import TabularMDP
from simlib.validate import check_array, check_int, check_real


def policy_iteration(
    mdp: TabularMDP, tolerance: float = 1e-6, max_sweeps: int = 1000, policy: Any = None
) -> Plan:
    """Evaluate exactly, improve greedily, until no action is better; `sweeps` counts the evaluations.

    policy (S,) int to begin with, by default the one that looks only at the next reward. An action is kept
    unless another is better by more than rounding: otherwise equally good actions could alternate for ever.
    Raises: NotConverged after max_sweeps, or if rounding leaves a certified error above the tolerance.
    Cost: a linear system of S unknowns in each round.
    Source: [Howard1960]; [Puterman1994] section 6.4
    """
    check_real("tolerance", tolerance, 0, open_low=True)
    check_int("max_sweeps", max_sweeps, 1)
    action = greedy(mdp.reward) if policy is None else check_array("policy", policy, ndim=1, dtype=np.int64)
    as_policy(mdp, action)  # refuses actions out of range
    state = np.arange(mdp.n_states)
    for sweep in range(1, max_sweeps + 1):
        value = evaluate(mdp, action)
        q = backup(mdp, value)
        gain = q.max(axis=-1) - q[state, action]
        better = gain > _rounding(mdp, q)
        if not better.any():
            return accept("policy_iteration", certify(mdp, value, sweep, action), tolerance)
        action = np.where(better, greedy(q), action)
    raise NotConverged(
        f"policy_iteration must end within max_sweeps; got a policy that still changes after {max_sweeps}"
    )


def modified_policy_iteration(
    mdp: TabularMDP, tolerance: float = 1e-6, max_sweeps: int = 100_000, evaluations: int = 20
) -> Plan:
    """Improve greedily, then only sweep a few times under that policy: v <- R_policy + gamma P_policy v.

    evaluations int >= 0, sweeps after each improvement: 0 is value iteration, many is policy iteration.
    It begins with a value below the best one, from which it can only rise. `sweeps` counts improvements.
    Raises: NotConverged after max_sweeps improvements.
    Cost: one pass over P, and `evaluations` over the rows of one policy.
    Source: [Puterman1994] section 6.5
    """
    check_real("tolerance", tolerance, 0, open_low=True)
    check_int("max_sweeps", max_sweeps, 1)
    check_int("evaluations", evaluations, 0)
    low, gamma = min(0.0, float(mdp.reward.min())), mdp.discount
    value = np.where(mdp.terminal, 0.0, low / (1 - gamma))
    matrix, threshold = stacked(mdp), tolerance * (1 - gamma)
    for sweep in range(1, max_sweeps + 1):
        q = mdp.reward + gamma * (matrix @ value).reshape(mdp.reward.shape)
        new = q.max(axis=-1)
        if np.abs(new - value).max() <= threshold:
            plan = certify(mdp, value, sweep)
            if plan.error_bound <= tolerance:  # always, but for rounding
                return plan
        chain, reward = policy_rows(mdp, matrix, greedy(q))
        value = new
        for _ in range(evaluations):
            value = reward + gamma * (chain @ value)
    return accept("modified_policy_iteration", certify(mdp, value, max_sweeps), tolerance)


def _rounding(mdp: TabularMDP, q: np.ndarray) -> float:
    """What rounding in a linear system may make of two equal entries of q (S, A)."""
    return float(8 * np.finfo(float).eps * max(1.0, np.abs(q).max()) / (1 - mdp.discount))
