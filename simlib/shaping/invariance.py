"""Did a change of the rewards change what is best? Plan in both worlds and compare.

    the same optimal actions in every state, and for a potential also Q' = Q - Phi

In this file: `optimal_q`, `optimal_actions`, `same_optimum`, `shift`, and `loss`, what the change costs by
the true rewards.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from simlib.mdp.bellman import backup, evaluate, greedy
from simlib.mdp.policy_iteration import policy_iteration
from simlib.mdp.tabular import TabularMDP
from simlib.shaping.potential import check_potential

TOLERANCE = 1e-8  # between values that count as equal


def optimal_q(mdp: TabularMDP) -> np.ndarray:
    """Q*(s, a), (S, A), exact up to rounding, from the value that policy iteration finds."""
    return backup(mdp, policy_iteration(mdp).value)


def optimal_actions(q: np.ndarray, tolerance: float = TOLERANCE) -> np.ndarray:
    """Which actions are optimal by Q* (..., S, A), bool: those within `tolerance` of the best."""
    return q >= q.max(axis=-1, keepdims=True) - tolerance


def same_optimum(mdp: TabularMDP, other: TabularMDP, tolerance: float = TOLERANCE) -> bool:
    """Whether both worlds have the same optimal actions in every state that is not terminal."""
    live = ~mdp.terminal
    first, second = (optimal_actions(optimal_q(world)[live], tolerance) for world in (mdp, other))
    return bool(np.array_equal(first, second))


def shift(mdp: TabularMDP, other: TabularMDP, potential: Any) -> float:
    """max over s and a of |Q'(s, a) - (Q(s, a) - Phi(s))|: 0 up to rounding if `other` is shaped by Phi."""
    phi = check_potential(mdp, potential)
    off = optimal_q(other) - (optimal_q(mdp) - phi[:, None])
    return float(np.abs(off[~mdp.terminal]).max())


def loss(mdp: TabularMDP, other: TabularMDP) -> float:
    """What a policy that is optimal for `other` (the first of several) loses by the rewards of `mdp`.

    The value of the start under the best policy minus that under this one; 0 where nothing is lost.
    """
    best = evaluate(mdp, greedy(optimal_q(mdp)))
    return float(mdp.start @ (best - evaluate(mdp, greedy(optimal_q(other)))))
