"""Bonuses that look like help, each of which an agent can turn against you.

    closer        c for a step that comes closer, nothing for a step away: walk back and forth
    presence      c for each step at a place: stay there
    progress      c for a step closer, -c for a step away: the sum is 0 on cycles, but gamma was forgotten
    terminal_slip gamma Phi(t) - Phi(s) with Phi(t) kept at the end: ends are paid by where they lie

A bonus is an array (S, A, N) of what each next state pays on top, in the order of `successors()`.

In this file: `distances`; `closer`, `presence`, `progress`, `terminal_slip`; `with_bonus`, and
`value_by_scale`, which says what is left of the true value when an agent takes the bonus seriously.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from simlib.mdp.bellman import evaluate, greedy
from simlib.mdp.tabular import TabularMDP
from simlib.mdp.transition import Sparse
from simlib.shaping.invariance import optimal_q
from simlib.validate import check_array


def distances(mdp: TabularMDP, goal: Any) -> np.ndarray:
    """The fewest steps (S,) from each state to one of the states `goal`, infinite where there is no way.

    Every next state of positive probability counts as a step that may be made.
    """
    index = mdp.transition.successors()
    far = np.where(np.isin(np.arange(mdp.n_states), goal), 0.0, np.inf)
    for _ in range(mdp.n_states):
        ahead = np.where(index.probs > 0, far[index.next_state], np.inf)
        nearer = np.minimum(far, 1 + ahead.min(axis=(1, 2)))
        if np.array_equal(nearer, far):
            break
        far = nearer
    return far


def closer(mdp: TabularMDP, distance: Any) -> np.ndarray:
    """1 for a step to a state of smaller `distance` (S,), else 0: (S, A, N). Walking back costs nothing.

    Distances may be infinite.
    """
    now, after = _steps(mdp, distance, finite=False)
    return (after < now).astype(float)


def presence(mdp: TabularMDP, state: Any) -> np.ndarray:
    """1 for a step that ends in one of the states `state`, else 0: (S, A, N). Staying pays again."""
    return np.isin(mdp.transition.successors().next_state, state).astype(float)


def progress(mdp: TabularMDP, distance: Any) -> np.ndarray:
    """distance before minus distance after, (S, A, N): a potential's bonus with gamma forgotten."""
    now, after = _steps(mdp, distance)
    return now - after


def terminal_slip(mdp: TabularMDP, potential: Any) -> np.ndarray:
    """gamma Phi(t) - Phi(s), (S, A, N), for a potential (S,) that is kept where an episode is over."""
    now, after = _steps(mdp, potential)
    return mdp.discount * after - now


def with_bonus(mdp: TabularMDP, bonus: Any, scale: float = 1.0) -> TabularMDP:
    """The same world, whose rewards are R + scale * bonus; bonus (S, A, N)."""
    if isinstance(mdp.transition, Sparse):
        raise ValueError("transition must be dense or Successors for a bonus by next state; got Sparse")
    extra = check_array("bonus", bonus, shape=mdp.paid_for().shape)
    return mdp.with_reward(mdp.paid_for() + scale * extra)


def value_by_scale(mdp: TabularMDP, bonus: Any, scales: Any) -> np.ndarray:
    """For each scale (C,): the true value of the start under the policy that is best with scale * bonus.

    Cost: one plan for each scale.
    """
    worlds = [with_bonus(mdp, bonus, float(scale)) for scale in np.atleast_1d(scales)]
    return np.array([mdp.start @ evaluate(mdp, greedy(optimal_q(world))) for world in worlds])


def _steps(mdp: TabularMDP, level: Any, finite: bool = True) -> tuple[np.ndarray, np.ndarray]:
    """A number of each state (S,), before and after each step: (S, 1, 1) and (S, A, N)."""
    values = check_array("distance", level, shape=(mdp.n_states,), finite=finite)
    return values[:, None, None], values[mdp.transition.successors().next_state]
