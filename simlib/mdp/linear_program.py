"""Planning as a linear program, and its dual: how often will each action be used?

The best value is the smallest one that no action exceeds:

    primal   minimise   sum over s of weight(s) v(s)
             such that  v(s) >= R(s, a) + gamma sum over t of P(t | s, a) v(t)        for all s, a

The dual has a number for each state and action, the occupancy: discounted visits. What flows out of a state
is what started there and what flowed in:

    dual     maximise   sum over s, a of d(s, a) R(s, a),  d >= 0
             such that  sum over a of d(t, a) = start(t) + gamma sum over s, a of d(s, a) P(t | s, a)

In this file: `linear_program`, a planner; `Flow` and `best_flow`, the dual from the start.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import scipy.sparse as sparse
from scipy.optimize import linprog

from simlib.mdp.plan import NotConverged, Plan, accept, certify, stacked
from simlib.mdp.tabular import TabularMDP
from simlib.validate import check_real

EXACT = {"primal_feasibility_tolerance": 1e-10, "dual_feasibility_tolerance": 1e-10}  # the least HiGHS takes


@dataclass(frozen=True)
class Flow:
    """The best occupancy from the start."""

    occupancy: np.ndarray  # (S, A) float >= 0, discounted visits
    worth: float  # sum of occupancy * R, the value of the start
    price: np.ndarray  # (S,), the multipliers: the best value in the states that are visited, else a bound
    policy: np.ndarray  # (S, A), occupancy / its sum over a; uniform where the policy never comes


def linear_program(mdp: TabularMDP, tolerance: float = 1e-6) -> Plan:
    """The primal with equal weights, so that the value is right in every state; `sweeps` are simplex steps.

    Raises: NotConverged if the solver fails or the certified error is above the tolerance.
    Cost: a sparse program of S unknowns and S * A constraints.
    Source: [Puterman1994] section 6.9; [Manne1960]
    """
    check_real("tolerance", tolerance, 0, open_low=True)
    weight = np.ones(mdp.n_states)
    solved = linprog(weight, -_excess(mdp), -mdp.reward.ravel(), bounds=(None, None), **_solver())
    return accept("linear_program", certify(mdp, _checked(solved).x, int(solved.nit)), tolerance)


def best_flow(mdp: TabularMDP, tolerance: float = 1e-6) -> Flow:
    """The occupancy that earns most among all that a policy can have from `mdp.start`, by the dual.

    tolerance > 0: how far primal and dual worth may be apart.
    Raises: NotConverged if the solver fails, or worth and price of the start differ by more.
    Source: [Puterman1994] section 6.9
    """
    check_real("tolerance", tolerance, 0, open_low=True)
    flow = _excess(mdp).T
    solved = _checked(linprog(-mdp.reward.ravel(), A_eq=flow, b_eq=mdp.start, bounds=(0, None), **_solver()))
    visits = solved.x.reshape(mdp.reward.shape)
    worth, price = float((visits * mdp.reward).sum()), -solved.eqlin.marginals
    if not abs(worth - mdp.start @ price) <= tolerance:
        raise NotConverged(
            f"best_flow must have equal primal and dual worth; got {mdp.start @ price:g} and {worth:g}"
        )
    total = visits.sum(axis=-1, keepdims=True)
    uniform = np.full_like(visits, 1 / mdp.n_actions)
    return Flow(visits, worth, price, np.divide(visits, total, out=uniform, where=total > 1e-12))


def _excess(mdp: TabularMDP) -> Any:
    """The matrix (S * A, S) of v -> v(s) - gamma sum over t of P(t | s, a) v(t)."""
    rows = np.arange(mdp.n_states * mdp.n_actions)
    here = sparse.csr_array((np.ones(len(rows)), (rows, rows // mdp.n_actions)))
    return sparse.csr_array(here - mdp.discount * stacked(mdp))


def _solver() -> dict[str, Any]:
    return {"method": "highs-ds", "options": EXACT}


def _checked(solved: Any) -> Any:
    """Raises: NotConverged unless the solver found the optimum."""
    if solved.status != 0:
        raise NotConverged(f"linear program must be solved to its optimum; got {solved.message!r}")
    return solved
