"""Value iteration: put a guess into the right side of Bellman's equation, and take the left side as the next.

    value(s) <- max over a of R(s, a) + gamma sum over t of P(t | s, a) value(t)

Each sweep shrinks the largest error at least by the factor gamma. So the guesses converge from anywhere, and
the size of the last step says how far there is still to go.

In this file: `value_iteration`, all states at once; `gauss_seidel`, one after the other with the newest
values; `prioritised`, always the state whose equation is violated most.
"""

from __future__ import annotations

import heapq
import math

import numpy as np

from simlib.mdp.plan import Plan, accept, certify, stacked
from simlib.mdp.tabular import TabularMDP
from simlib.validate import check_array, check_int, check_real


def value_iteration(
    mdp: TabularMDP, tolerance: float = 1e-6, max_sweeps: int = 100_000, initial: np.ndarray | None = None
) -> Plan:
    """Synchronous sweeps from `initial` (S,), by default 0, until the certified error is <= tolerance.

    tolerance > 0 [units of value]. About log(tolerance (1 - gamma) / first step) / log(gamma) sweeps.
    Raises: NotConverged after max_sweeps.
    Cost: one pass over P in each sweep.
    Source: [Bellman1957]; [Puterman1994] section 6.3
    """
    value, threshold = _begin(mdp, tolerance, max_sweeps, initial)
    # rows a * S + s, so that the largest over a is taken along the first axis, where NumPy is fast
    by_action = np.arange(mdp.reward.size).reshape(mdp.reward.shape).T
    ahead, reward = mdp.discount * stacked(mdp)[by_action.ravel()], mdp.reward.T.ravel()
    for sweep in range(1, max_sweeps + 1):
        q = ahead @ value
        q += reward
        new = q.reshape(by_action.shape).max(axis=0)
        if np.abs(new - value).max() <= threshold:
            plan = certify(mdp, value, sweep)
            if plan.error_bound <= tolerance:  # always, but for rounding
                return plan
        value = new
    return accept("value_iteration", certify(mdp, value, max_sweeps), tolerance)


def gauss_seidel(
    mdp: TabularMDP,
    tolerance: float = 1e-6,
    max_sweeps: int = 100_000,
    initial: np.ndarray | None = None,
    block: int = 1,
) -> Plan:
    """Sweeps over states 0, 1, ... in which each backup sees what this sweep has already changed.

    block >= 1: so many states are backed up together; all of them together is `value_iteration`.
    Raises: NotConverged after max_sweeps.
    Cost: a Python step for each block of each sweep; one full backup for the certificate.
    Source: [Puterman1994] section 6.3
    """
    value, _ = _begin(mdp, tolerance, max_sweeps, initial)
    size = check_int("block", block, 1)
    index, gamma = mdp.transition.successors(), mdp.discount
    probs, after, reward = gamma * index.probs, index.next_state, mdp.reward
    parts = [slice(first, first + size) for first in range(0, mdp.n_states, size)]
    for sweep in range(max_sweeps):
        plan = certify(mdp, value, sweep)
        if plan.error_bound <= tolerance:
            return plan
        for part in parts:
            value[part] = (reward[part] + (probs[part] * value[after[part]]).sum(axis=-1)).max(axis=-1)
    return accept("gauss_seidel", certify(mdp, value, max_sweeps), tolerance)


def prioritised(
    mdp: TabularMDP, tolerance: float = 1e-6, max_sweeps: int = 100_000, initial: np.ndarray | None = None
) -> Plan:
    """Back up the state with the largest Bellman error, then look again at those that can lead to it.

    `sweeps` are computed backups divided by S, rounded up: looking again at a state counts like a backup.
    Raises: NotConverged after max_sweeps.
    Cost: a Python step, a heap and the predecessors for each backup.
    Source: [Moore1993]
    Differs: [Moore1993] learns P from experience and bounds the errors; here P is known, and they are exact.
    """
    value, threshold = _begin(mdp, tolerance, max_sweeps, initial)
    before, left = _predecessors(mdp), max_sweeps * mdp.n_states
    index, gamma, reward = mdp.transition.successors(), mdp.discount, mdp.reward

    def best(states: np.ndarray | int) -> np.ndarray:
        ahead = (index.probs[states] * value[index.next_state[states]]).sum(axis=-1)
        return (reward[states] + gamma * ahead).max(axis=-1)

    threshold *= 0.999  # room for the rounding between this certificate and the last
    error = np.abs(best(np.arange(mdp.n_states)) - value)
    heap = [(-e, s) for s, e in enumerate(error.tolist()) if e > threshold]
    heapq.heapify(heap)
    while heap and left > 0:
        minus, state = heapq.heappop(heap)
        if -minus != error[state]:  # an entry from before the last look
            continue
        value[state] = best(state)
        again = before[state]
        error[state], error[again] = 0.0, np.abs(best(again) - value[again])
        left -= 1 + len(again)
        for e, s in zip(error[again].tolist(), again.tolist(), strict=True):
            if e > threshold:
                heapq.heappush(heap, (-e, s))
    done = math.ceil((max_sweeps * mdp.n_states - left) / mdp.n_states)
    return accept("prioritised", certify(mdp, value, done), tolerance)


def _begin(mdp: TabularMDP, tolerance: float, max_sweeps: int, initial: np.ndarray | None) -> tuple:
    """The first value (S,), a fresh array, and the residual at which the certificate is small enough."""
    accuracy = check_real("tolerance", tolerance, 0, open_low=True)
    check_int("max_sweeps", max_sweeps, 1)
    first = np.zeros(mdp.n_states) if initial is None else initial
    value = check_array("initial", first, shape=(mdp.n_states,)).copy()
    return value, accuracy * (1 - mdp.discount)


def _predecessors(mdp: TabularMDP) -> list[np.ndarray]:
    """For each state those from which some action may lead to it."""
    matrix = stacked(mdp).tocoo()
    state, after = matrix.row // mdp.n_actions, matrix.col
    pairs = np.unique(after.astype(np.int64) * mdp.n_states + state)
    cuts = np.searchsorted(pairs // mdp.n_states, np.arange(1, mdp.n_states))
    return np.split(pairs % mdp.n_states, cuts)
