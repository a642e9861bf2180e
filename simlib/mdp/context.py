"""Contextual MDPs: before each episode somebody draws a context, a number that says which world it will be.

    finite     one of C contexts, by fixed probabilities
    fresh      a number never drawn before: nothing repeats
    mixture    with probability p the run's own shared context, otherwise what another sampler draws
    drifting   the context of the last episode, or a neighbour of it

How much the worlds have in common is what matters. The share p of the mixture is a knob for that; the
variance of values across contexts, exact by planning in each, is a measure.

In this file: the samplers `Finite`, `Fresh`, `Mixture`, `Drifting`; `seen_state`, for contexts that are
visible or hidden; `Split` and `split`, for contexts held out; `value_variance` and `variance_by_name`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from simlib.mdp.bellman import evaluate
from simlib.mdp.policy_iteration import policy_iteration
from simlib.mdp.tabular import TabularMDP
from simlib.validate import check_array, check_int, check_real


class Sampler:
    """Draws the contexts of R runs: `reset(n_runs, rng)` once, then `draw(rng)` -> (R,) int each episode."""

    def reset(self, n_runs: int, rng: Any) -> None:
        """Begin R = n_runs runs."""
        self.n_runs = check_int("n_runs", n_runs, low=1)

    def draw(self, rng: Any) -> np.ndarray:
        """The contexts (R,) int of the next episode."""
        raise NotImplementedError


class Finite(Sampler):
    """One of n_contexts numbers 0, 1, ..., all equally likely, or with `probs` (n_contexts,)."""

    def __init__(self, n_contexts: int, probs: Any = None):
        self.n_contexts = check_int("n_contexts", n_contexts, low=1)
        even = np.full(self.n_contexts, 1 / self.n_contexts)
        self.probs = even if probs is None else check_array("probs", probs, shape=even.shape)
        if self.probs.min() < 0 or abs(self.probs.sum() - 1) > 1e-9:
            raise ValueError(
                f"probs must be >= 0 and sum to 1; got min {self.probs.min():g}, sum {self.probs.sum():g}"
            )

    def draw(self, rng: Any) -> np.ndarray:
        up_to = self.probs.cumsum()[:-1]
        return np.searchsorted(up_to, rng.random(self.n_runs), side="right")


class Fresh(Sampler):
    """A number that this run never drew before: first, first + 1, ..."""

    def __init__(self, first: int = 0):
        self.first = check_int("first", first, low=0)

    def reset(self, n_runs: int, rng: Any) -> None:
        super().reset(n_runs, rng)
        self._next = self.first

    def draw(self, rng: Any) -> np.ndarray:
        self._next += 1
        return np.full(self.n_runs, self._next - 1)


class Mixture(Sampler):
    """With probability `sharing` the run's shared context, else a draw of `others`: the knob of structure.

    The shared context is the first that `others` draws when a run begins. sharing 1: an ordinary MDP.
    """

    def __init__(self, sharing: float, others: Sampler):
        self.sharing, self.others = check_real("sharing", sharing, 0, 1), others

    def reset(self, n_runs: int, rng: Any) -> None:
        super().reset(n_runs, rng)
        self.others.reset(n_runs, rng)
        self.shared = self.others.draw(rng)

    def draw(self, rng: Any) -> np.ndarray:
        others = self.others.draw(rng)
        return np.where(rng.random(self.n_runs) < self.sharing, self.shared, others)


class Drifting(Sampler):
    """The last context, or with probability `rate` one of its two neighbours on a ring of n_contexts."""

    def __init__(self, n_contexts: int, rate: float = 0.1):
        self.n_contexts = check_int("n_contexts", n_contexts, low=2)
        self.rate = check_real("rate", rate, 0, 1)

    def reset(self, n_runs: int, rng: Any) -> None:
        super().reset(n_runs, rng)
        self.context, self._begun = np.zeros(n_runs, np.int64), False

    def draw(self, rng: Any) -> np.ndarray:
        u = rng.random(self.n_runs)
        if not self._begun:
            self.context, self._begun = (u * self.n_contexts).astype(np.int64), True
        else:
            move = (u < self.rate / 2) * 1 - ((u >= self.rate / 2) & (u < self.rate)) * 1
            self.context = (self.context + move) % self.n_contexts
        return self.context.copy()


def seen_state(state: np.ndarray, context: np.ndarray, n_states: int, visible: bool) -> np.ndarray:
    """What a learner sees: context * n_states + state where the context is visible, else the state alone."""
    return context * n_states + state if visible else state


@dataclass(frozen=True)
class Split:
    """Contexts (ints) to learn from, and two kinds to be tested on."""

    train: np.ndarray
    interpolation: np.ndarray  # held out, within the range of the training contexts' parameter
    extrapolation: np.ndarray  # outside that range


def split(parameter: Any, low: float, high: float, held_out: float, rng: np.random.Generator) -> Split:
    """Contexts 0..C-1 by a parameter (C,) of theirs: those outside [low, high], and a share of those inside.

    held_out in [0, 1): the share, rounded, drawn without the two inside that are outermost.
    Raises: ValueError where fewer than two lie inside or the share leaves no others to draw.
    """
    values = check_array("parameter", parameter, ndim=1)
    share = check_real("held_out", held_out, 0, 1, open_high=True)
    inside = np.flatnonzero((values >= low) & (values <= high))
    if len(inside) < 2:
        raise ValueError(f"parameter must have two values in [{low:g}, {high:g}]; got {len(inside)}")
    inside = inside[values[inside].argsort(kind="stable")]
    count = round(share * len(inside))
    if count > len(inside) - 2:
        raise ValueError(f"held_out must leave the two outermost contexts for training; got {share:g}")
    held = np.sort(rng.permutation(inside[1:-1])[:count])
    outside = np.flatnonzero((values < low) | (values > high))
    return Split(np.sort(np.setdiff1d(inside, held)), held, outside)


def value_variance(
    contexts: Sequence[TabularMDP],
    phi: Sequence[Any],
    probs: Any = None,
    policies: Sequence[Any] | None = None,
) -> tuple[np.ndarray, float]:
    """Var over contexts of V_c(s) among the states with phi_c(s) = f, for each f: (F,), and their average.

    contexts: C exact MDPs; phi: for each an int array (S_c,), the name of each state, where states of one
    name correspond; probs (C,) of the contexts, by default equal; policies: for each the policy whose value
    is meant, by default the best one. A name that no state has gives NaN; the average weighs each name by the
    probability and number of the states that have it.
    Cost: planning in each context.
    Source: [Henaff2023] (the variance across contexts, as a measure of shared structure)
    Differs: the paper estimates it from a few trained agents; here it is exact, states count alike.
    """
    even = np.full(len(contexts), 1 / max(1, len(contexts)))
    weights = even if probs is None else check_array("probs", probs, shape=even.shape)
    names = [
        check_array("phi", name, shape=(m.n_states,), dtype=np.int64)
        for name, m in zip(phi, contexts, strict=True)
    ]
    if policies is None:
        values = [policy_iteration(m).value for m in contexts]
    else:
        values = [evaluate(m, plan) for m, plan in zip(contexts, policies, strict=True)]
    return variance_by_name(values, names, weights)


def variance_by_name(
    values: Sequence[np.ndarray], names: Sequence[np.ndarray], probs: np.ndarray
) -> tuple[np.ndarray, float]:
    """The same from values that are known: C arrays (S_c,), the names of their states, and probs (C,)."""
    name, value = np.concatenate(names), np.concatenate(values)
    weight = np.repeat(probs, [len(one) for one in values])
    total = np.bincount(name, weight)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = np.bincount(name, weight * value) / total
        variance = np.bincount(name, weight * (value - mean[name]) ** 2) / total
    return variance, float(np.nansum(variance * total) / total.sum())
