"""Can a bonus be farmed? Look for a cycle that pays, and say which one it is.

Without a discount a bonus can be farmed if some cycle of states has a positive sum. With a discount an agent
that goes round for ever gets (sum over k < L of gamma^k F_k) / (1 - gamma^L) from where it starts. A
potential makes this -Phi(s) for every cycle through s, and the same for every way from s to an end: going
round is no better than anything else. And the reverse holds: where all ways on from each state pay the same,
the bonus is a potential's.

The graph has an edge s -> t where some action may lead from s to t. In a slippery world a cycle in the graph
is one that may happen, not one that an agent can force: then `simlib.shaping.invariance.loss` decides.

In this file: `Cycle`; `best_cycle`, Karp's maximum mean; `farm_worth`, the best that going on for ever pays,
discounted; `potential_behind`, the potential that a bonus comes from, if it does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from simlib.mdp.tabular import TabularMDP
from simlib.validate import check_array


@dataclass(frozen=True)
class Cycle:
    """States that lead to each other in this order, and back; what the cycle pays for a round."""

    states: tuple[int, ...]
    pays: tuple[float, ...]  # of the step from each of the states to the next

    @property
    def mean(self) -> float:
        """The pay of a step, without a discount."""
        return sum(self.pays) / len(self.pays)

    def worth(self, discount: float) -> float:
        """(sum over k < L of gamma^k F_k) / (1 - gamma^L): going round for ever from the first state."""
        powers = discount ** np.arange(len(self.pays))
        return float(powers @ np.array(self.pays) / (1 - discount ** len(self.pays)))


def best_cycle(mdp: TabularMDP, bonus: Any) -> Cycle | None:
    """The cycle whose bonus per step is largest, among those an episode can reach; None if there is none.

    bonus (S, A, N) in the order of `successors()`; of two ways from s to t the better paid one counts. The
    bonus can be farmed, without a discount, if and only if the mean of this cycle is positive. Cycles never
    pass through a terminal state, for nothing follows it.

        max over t of min over k < S of (D_S(t) - D_k(t)) / (S - k),  D_k(t) the best sum of k steps to t

    Cost: S passes over the edges.
    Source: [Karp1978]
    """
    tail, head, pay = _edges(mdp, bonus)
    n = mdp.n_states
    best, came = np.zeros((n + 1, n)), np.full((n + 1, n), -1)
    best[1:] = -np.inf
    order = np.argsort(head, kind="stable")
    tail, head, pay = tail[order], head[order], pay[order]
    if not len(tail):
        return None
    targets, first = np.unique(head, return_index=True)
    for k in range(1, n + 1):
        offer = best[k - 1, tail] + pay
        best[k, targets] = np.maximum.reduceat(offer, first)
        chosen = np.flatnonzero(offer == best[k, head])
        came[k, head[chosen]] = tail[chosen]
    with np.errstate(invalid="ignore"):
        means = ((best[n] - best[:n]) / np.arange(n, 0, -1)[:, None]).min(
            axis=0, where=np.isfinite(best[:n]), initial=np.inf
        )
    means[~np.isfinite(best[n])] = -np.inf
    if np.isneginf(means.max()):
        return None
    return _cycle_on_walk(
        int(means.argmax()), came, dict(zip(zip(tail, head, strict=True), pay, strict=True))
    )


def farm_worth(mdp: TabularMDP, bonus: Any, with_reward: bool = False) -> np.ndarray:
    """The largest discounted bonus (S,) of a path that never ends; -inf where every path must end.

    with_reward: of R + bonus instead. Where this exceeds the best worth of R + bonus along paths that do end,
    an agent that plans farms. For paths that an agent can choose, so exact where nothing slips.
    Cost: some log(precision) / log(gamma) passes over the edges.
    """
    extra = mdp.paid_for() if with_reward else 0.0
    tail, head, pay = _edges(mdp, np.asarray(bonus, dtype=float) + extra, all_states=True)
    value, alive = np.zeros(mdp.n_states), np.zeros(mdp.n_states, bool)
    keep = np.ones(len(tail), bool)
    while True:  # drop what leads only to an end
        alive[:] = False
        alive[tail[keep]] = True
        fewer = keep & alive[head]
        if fewer.sum() == keep.sum():
            break
        keep = fewer
    tail, head, pay = tail[keep], head[keep], pay[keep]
    while True:
        after = np.full(mdp.n_states, -np.inf)
        np.maximum.at(after, tail, pay + mdp.discount * value[head])
        change = np.abs(after - value, where=alive, out=np.zeros(mdp.n_states)).max()
        value = np.where(alive, after, 0.0)
        if change <= 1e-13 * (1 + np.abs(value).max()):
            return np.where(alive, value, -np.inf)


def potential_behind(mdp: TabularMDP, bonus: Any, tolerance: float = 1e-9) -> np.ndarray | None:
    """The Phi (S,) with bonus = gamma Phi(t) - Phi(s) at every step, 0 at terminal states, or None.

    The exact test of a bonus: by the theorem's reverse, one that comes from no potential changes what is best
    in some world of these states and actions. If there is a Phi, it is the only one.
    Cost: a least-squares problem of S unknowns.
    Source: [Ng1999] theorem 1
    """
    index = mdp.transition.successors()
    extra = check_array("bonus", bonus, shape=index.probs.shape)
    state, action, slot = np.nonzero(index.probs > 0)
    reached = index.next_state[state, action, slot]
    equations = np.zeros((len(state), mdp.n_states))
    np.add.at(equations, (np.arange(len(state)), reached), mdp.discount)
    np.add.at(equations, (np.arange(len(state)), state), -1.0)
    equations[:, mdp.terminal] = 0
    wanted = extra[state, action, slot]
    phi = np.linalg.lstsq(equations, wanted, rcond=None)[0]
    off = np.abs(equations @ phi - wanted).max(initial=0.0)
    return phi if off <= tolerance * (1 + np.abs(wanted).max(initial=0.0)) else None


def _edges(
    mdp: TabularMDP, bonus: Any, all_states: bool = False
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Tail, head and best pay of each edge between states that do not end and can be reached."""
    index = mdp.transition.successors()
    extra = check_array("bonus", bonus, shape=index.probs.shape)
    state, action, slot = np.nonzero(index.probs > 0)
    head, pay = index.next_state[state, action, slot], extra[state, action, slot]
    inside = ~mdp.terminal[head]
    if not all_states:
        inside &= _reached(mdp, state, head)[state]
    pair, which = np.unique(state[inside] * mdp.n_states + head[inside], return_inverse=True)
    best = np.full(len(pair), -np.inf)
    np.maximum.at(best, which, pay[inside])
    return pair // mdp.n_states, pair % mdp.n_states, best


def _reached(mdp: TabularMDP, tail: np.ndarray, head: np.ndarray) -> np.ndarray:
    """Which states an episode can visit, (S,) bool."""
    seen = mdp.start > 0
    while True:
        more = seen.copy()
        more[head[seen[tail]]] = True
        if np.array_equal(more, seen):
            return seen
        seen = more


def _cycle_on_walk(end: int, came: np.ndarray, pay: dict) -> Cycle:
    """The best cycle on the walk of S steps that ends in `end`."""
    walk = [end]
    for k in range(len(came) - 1, 0, -1):
        walk.append(int(came[k, walk[-1]]))
    walk.reverse()
    found, path = [], []
    for state in walk:
        if state in path:
            states = path[path.index(state) :]
            path = path[: path.index(state)]
            pays = [float(pay[s, t]) for s, t in zip(states, [*states[1:], state], strict=True)]
            found.append(Cycle(tuple(states), tuple(pays)))
        path.append(state)
    return max(found, key=lambda cycle: cycle.mean)
