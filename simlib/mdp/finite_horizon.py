"""A game that ends after H steps: what is best depends on how many are left.

    value_H(s) = final(s)
    value_h(s) = max over a of R(s, a) + gamma sum over t of P(t | s, a) value_{h+1}(t)

One pass backwards in time, and the answer is exact: nothing to converge, no certificate, and gamma may be 1.

In this file: `Schedule`; `finite_horizon`, the best one; `follow`, the value of a given one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from simlib.mdp.bellman import as_policy, greedy
from simlib.mdp.tabular import TabularMDP
from simlib.validate import check_array, check_int, check_real


@dataclass(frozen=True)
class Schedule:
    """What to do at each step h = 0, ..., H - 1, and what it is worth from there to the end."""

    value: np.ndarray  # (H + 1, S): value[h] is what is still to come when h steps are done
    policy: np.ndarray  # (H, S) int


def finite_horizon(
    mdp: TabularMDP, horizon: int, final: np.ndarray | None = None, discount: float = 1.0
) -> Schedule:
    """The best schedule for `horizon` steps, exactly.

    horizon int >= 1 [steps]; final (S,), paid in the state where the game stops, by default 0; it is not paid
    in a terminal state. discount in [0, 1], by default 1, whatever the MDP's is.
    Cost: H passes over P.
    Source: [Puterman1994] section 4.5
    """
    steps, gamma = check_int("horizon", horizon, 1), check_real("discount", discount, 0, 1)
    value = np.zeros((steps + 1, mdp.n_states))
    policy = np.zeros((steps, mdp.n_states), dtype=np.int64)
    value[steps] = _final(mdp, final)
    for h in range(steps - 1, -1, -1):
        q = mdp.reward + gamma * mdp.transition.expect(value[h + 1])
        value[h], policy[h] = q.max(axis=-1), greedy(q)
    return Schedule(value, policy)


def follow(
    mdp: TabularMDP, policies: Any, final: np.ndarray | None = None, discount: float = 1.0
) -> np.ndarray:
    """The value (H + 1, S) of acting by policies[h] at step h: (H, S) int or (H, S, A)."""
    gamma, steps = check_real("discount", discount, 0, 1), len(policies)
    value = np.zeros((steps + 1, mdp.n_states))
    value[steps] = _final(mdp, final)
    for h in range(steps - 1, -1, -1):
        q = mdp.reward + gamma * mdp.transition.expect(value[h + 1])
        value[h] = (as_policy(mdp, policies[h]) * q).sum(axis=-1)
    return value


def _final(mdp: TabularMDP, final: np.ndarray | None) -> np.ndarray:
    given = np.zeros(mdp.n_states) if final is None else final
    return np.where(mdp.terminal, 0.0, check_array("final", given, shape=(mdp.n_states,)))
