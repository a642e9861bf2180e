"""Where an action leads: P(t | s, a) in three forms that answer the same questions.

A small MDP is easiest as one dense array. In a large one each state has few successors, so most of that array
is zeros: a sparse matrix keeps the others, and an index of successors keeps for each state and action the few
states that may follow, which is also what sampling needs.

A planner asks `expect`, the mean of a function of the next state, and `under`, the Markov chain of one
policy; a simulation asks `successors`.

In this file: `Dense`, `Sparse`, `Successors`, `as_transition`, `bounds`.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import scipy.sparse as sparse

from simlib.validate import check_array

TOLERANCE = 1e-9  # by which the probabilities of a row may miss one


class Dense:
    """P as one array (S, A, S). Cost: `expect` takes S * A * S multiplications."""

    def __init__(self, probs: np.ndarray):
        self.probs = check_array("transition", probs, ndim=3)
        self.n_states, self.n_actions = self.probs.shape[:2]
        if self.probs.shape[2] != self.n_states:
            raise ValueError(
                f"transition must be of shape (states, actions, states); got shape {self.probs.shape}"
            )

    def expect(self, value: np.ndarray) -> np.ndarray:
        """sum over t of P(t | s, a) value(t), (S, A), for value (S,)."""
        return self.probs @ value

    def under(self, policy: np.ndarray) -> np.ndarray:
        """The chain of a policy (S, A), sum over a of policy(a | s) P(t | s, a): (S, S), dense."""
        return np.einsum("sa,sat->st", policy, self.probs)

    def successors(self) -> Successors:
        """The same as an index: every state may follow, most with probability 0."""
        every = np.broadcast_to(np.arange(self.n_states), self.probs.shape)
        return Successors(every, self.probs)

    def without(self, states: np.ndarray) -> Dense:
        """The same with nothing behind the states (S,) bool."""
        return Dense(np.where(states[:, None, None], 0.0, self.probs))

    def row_sums(self) -> np.ndarray:
        """sum over t of P(t | s, a), (S, A)."""
        return self.probs.sum(axis=-1)

    def least(self) -> float:
        """The smallest probability."""
        return float(self.probs.min(initial=0.0))


class Sparse:
    """P as a sparse matrix (S * A, S), whose row s * A + a is P(. | s, a)."""

    def __init__(self, matrix: Any):
        self.matrix: Any = sparse.csr_array(matrix, dtype=float)
        rows, self.n_states = self.matrix.shape
        if self.n_states == 0 or rows % self.n_states:
            raise ValueError(
                f"transition must be a matrix of shape (states * actions, states); got {self.matrix.shape}"
            )
        self.n_actions = rows // self.n_states

    def expect(self, value: np.ndarray) -> np.ndarray:
        """sum over t of P(t | s, a) value(t), (S, A), for value (S,)."""
        return (self.matrix @ value).reshape(self.n_states, self.n_actions)

    def under(self, policy: np.ndarray) -> Any:
        """The chain of a policy (S, A), sum over a of policy(a | s) P(t | s, a): (S, S), sparse."""
        weighted = sparse.csr_array(sparse.diags_array(policy.ravel()) @ self.matrix)
        state = np.repeat(np.arange(self.n_states), self.n_actions)
        row = np.arange(self.n_states * self.n_actions)
        collect = sparse.csr_array((np.ones(len(row)), (state, row)), shape=(self.n_states, len(row)))
        return sparse.csr_array(collect @ weighted)

    def successors(self) -> Successors:
        """The same as an index, as wide as the row with most successors."""
        counts = np.diff(self.matrix.indptr)
        shape = (len(counts), max(1, int(counts.max(initial=0))))
        next_state, probs = np.zeros(shape, np.int64), np.zeros(shape)
        row = np.repeat(np.arange(len(counts)), counts)
        slot = np.arange(len(row)) - np.repeat(self.matrix.indptr[:-1], counts)
        next_state[row, slot], probs[row, slot] = self.matrix.indices, self.matrix.data
        axes = (self.n_states, self.n_actions, shape[1])
        return Successors(next_state.reshape(axes), probs.reshape(axes))

    def without(self, states: np.ndarray) -> Sparse:
        """The same with nothing behind the states (S,) bool."""
        keep = np.repeat(~states, self.n_actions)
        matrix = self.matrix.copy()
        matrix.data = np.where(np.repeat(keep, np.diff(matrix.indptr)), matrix.data, 0.0)
        matrix.eliminate_zeros()
        return Sparse(matrix)

    def row_sums(self) -> np.ndarray:
        """sum over t of P(t | s, a), (S, A)."""
        return self.expect(np.ones(self.n_states))

    def least(self) -> float:
        """The smallest probability."""
        return float(self.matrix.data.min(initial=0.0))


class Successors:
    """P as an index: next_state (S, A, N) int and their probs (S, A, N); a state may stand there twice."""

    def __init__(self, next_state: np.ndarray, probs: np.ndarray):
        self.next_state = check_array("next_state", next_state, ndim=3, dtype=np.int64)
        self.probs = check_array("probs", probs, shape=self.next_state.shape)
        self.n_states, self.n_actions, self.width = self.next_state.shape
        if self.next_state.size and not 0 <= self.next_state.min() <= self.next_state.max() < self.n_states:
            wrong = self.next_state[(self.next_state < 0) | (self.next_state >= self.n_states)][0]
            raise ValueError(f"next_state must be a state in [0, {self.n_states - 1}]; got {wrong}")

    def expect(self, value: np.ndarray) -> np.ndarray:
        """sum over t of P(t | s, a) value(t), (S, A), for value (S,)."""
        return np.einsum("san,san->sa", self.probs, value[self.next_state])

    def under(self, policy: np.ndarray) -> Any:
        """The chain of a policy (S, A), sum over a of policy(a | s) P(t | s, a): (S, S), sparse."""
        return self.as_sparse().under(policy)

    def as_sparse(self) -> Sparse:
        """The same as a sparse matrix; a state that stands twice is added up."""
        row = np.repeat(np.arange(self.n_states * self.n_actions), self.width)
        cells = (self.probs.ravel(), (row, self.next_state.ravel()))
        matrix = sparse.csr_array(cells, shape=(self.n_states * self.n_actions, self.n_states))
        matrix.eliminate_zeros()
        return Sparse(matrix)

    def successors(self) -> Successors:
        """Itself."""
        return self

    def without(self, states: np.ndarray) -> Successors:
        """The same with nothing behind the states (S,) bool."""
        return Successors(self.next_state, np.where(states[:, None, None], 0.0, self.probs))

    def row_sums(self) -> np.ndarray:
        """sum over t of P(t | s, a), (S, A)."""
        return self.probs.sum(axis=-1)

    def least(self) -> float:
        """The smallest probability."""
        return float(self.probs.min(initial=0.0))


def as_transition(transition: Any) -> Dense | Sparse | Successors:
    """P in one of the forms of this file: an array (S, A, S) or a sparse matrix (S * A, S) becomes one.

    Raises: ValueError for anything else.
    """
    if isinstance(transition, Dense | Sparse | Successors):
        return transition
    return Sparse(transition) if sparse.issparse(transition) else Dense(transition)


def bounds(probs: np.ndarray) -> np.ndarray:
    """Where on [0, 1) each outcome ends, without the last one: (..., N - 1) for probs (..., N).

    The outcome of a uniform u is the number of bounds <= u. Outcomes of probability 0 at the end are never
    reached, though sums of floats may fall short of one.
    """
    up_to = probs.cumsum(axis=-1)
    return np.where(up_to >= up_to[..., -1:], 2.0, up_to)[..., :-1]
