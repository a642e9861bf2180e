"""A game without end and without discount: earn as much as possible per step.

    gain + bias(s) = max over a of R(s, a) + sum over t of P(t | s, a) bias(t)

The gain is the reward per step in the long run, from wherever you start; the bias is the advantage of
starting in s rather than elsewhere. Values grow by the gain with each sweep, so only differences are kept:
relative value iteration. In a chain that only goes in circles even these never settle; staying put with some
probability breaks the rhythm and changes neither the best policy nor, rescaled, the gain.

In this file: `AveragePlan`, `average_reward`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from simlib.mdp.bellman import greedy
from simlib.mdp.plan import NotConverged, stacked
from simlib.mdp.tabular import TabularMDP
from simlib.validate import check_int, check_real


@dataclass(frozen=True)
class AveragePlan:
    """The best reward per step."""

    gain: float  # reward per step, at most `error_bound` from the best
    bias: np.ndarray  # (S,), 0 in state 0
    policy: np.ndarray  # (S,) int, earns at least gain - error_bound per step
    sweeps: int
    error_bound: float  # half of the bracket that the last sweep proves


def average_reward(
    mdp: TabularMDP, tolerance: float = 1e-6, max_sweeps: int = 100_000, laziness: float = 0.5
) -> AveragePlan:
    """Relative value iteration until the gain is known to `tolerance`; the MDP's discount plays no part.

    laziness in [0, 1): P is replaced by laziness * I + (1 - laziness) * P, the aperiodicity transform.
    Assumes that every state has the same best gain, as where every state can be reached from every other.
    Raises: NotConverged after max_sweeps, as where best gains differ; ValueError if episodes end.
    Cost: one pass over P in each sweep.
    Source: [Puterman1994] sections 8.5.4 and 8.5.5
    """
    accuracy = check_real("tolerance", tolerance, 0, open_low=True)
    check_int("max_sweeps", max_sweeps, 1)
    move = 1 - check_real("laziness", laziness, 0, 1, open_high=True)
    if mdp.terminal.any():
        raise ValueError(f"mdp must have no terminal states; got {int(mdp.terminal.sum())}")
    matrix, bias, bracket = stacked(mdp), np.zeros(mdp.n_states), np.inf
    for sweep in range(1, max_sweeps + 1):
        q = mdp.reward + (matrix @ bias).reshape(mdp.reward.shape)
        step = q.max(axis=-1) - bias  # its least and its largest entry bracket the best gain
        low, high = float(step.min()), float(step.max())
        bracket = (high - low) / 2
        if bracket <= accuracy:
            return AveragePlan((low + high) / 2, bias, greedy(q), sweep, bracket)
        bias = bias + move * step
        bias = bias - bias[0]
    raise NotConverged(
        f"average_reward must know the gain to {accuracy:g}; got {bracket:.3g} after {max_sweeps} sweeps"
    )
