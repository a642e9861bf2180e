"""A Markov decision process with finitely many states and actions, known in full.

    in state s do a: reward R(s, a), then state t with probability P(t | s, a);
    worth of a policy from s: the mean of reward_1 + gamma reward_2 + gamma^2 reward_3 + ...

A terminal state ends the episode: nothing follows, and its value is 0.

In this file: `TabularMDP`.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from simlib.mdp.transition import TOLERANCE, Dense, Sparse, Successors, as_transition
from simlib.validate import check_array, check_real


class TabularMDP:
    """P(t | s, a), R(s, a), gamma, where episodes start and end. States are 0..S-1, actions 0..A-1.

    transition: (S, A, S) array, a sparse matrix (S * A, S), or a `Dense`, `Sparse` or `Successors`;
    reward: (S, A), or what each next state pays: (S, A, S) for a dense P, (S, A, N) for `Successors`;
    discount gamma in [0, 1); start: a state, or probs (S,), by default state 0;
    terminal: states, as numbers or as bool (S,).

    Afterwards: `transition` and `reward` (S, A) with nothing behind terminal states, `terminal` (S,) bool,
    `start` (S,), and `paid`, the reward for each next state where it depends on it, else None.
    Raises: ValueError where rows of P do not sum to one (terminal states aside), or shapes do not fit.
    Source: [Puterman1994] chapter 2; [Sutton2018] chapter 3
    """

    def __init__(
        self,
        transition: Any,
        reward: Any,
        discount: float = 0.95,
        start: Any = 0,
        terminal: Any = (),
    ):
        given = as_transition(transition)
        self.n_states, self.n_actions = given.n_states, given.n_actions
        self.discount = check_real("discount", discount, 0, 1, open_high=True)
        self.terminal = self._terminal(terminal)
        self._check_rows(given)
        self.transition: Dense | Sparse | Successors = given.without(self.terminal)
        self.start = self._start(start)
        self.reward, self.paid = self._rewards(reward)

    def __repr__(self) -> str:
        form = type(self.transition).__name__
        return (
            f"TabularMDP({self.n_states} states, {self.n_actions} actions, discount={self.discount}, {form})"
        )

    def paid_for(self) -> np.ndarray:
        """What each next state pays, (S, A, N), in the order of `transition.successors()`."""
        width = self.transition.successors().width
        rewards = self.reward[..., None] if self.paid is None else self.paid
        return np.broadcast_to(rewards, (self.n_states, self.n_actions, width))

    def with_reward(self, reward: Any) -> TabularMDP:
        """The same world with other rewards, of any shape that the constructor takes."""
        return TabularMDP(self.transition, reward, self.discount, self.start, self.terminal)

    def with_discount(self, discount: float) -> TabularMDP:
        """The same world with another discount."""
        rewards = self.reward if self.paid is None else self.paid
        return TabularMDP(self.transition, rewards, discount, self.start, self.terminal)

    def _terminal(self, terminal: Any) -> np.ndarray:
        states = np.asarray(terminal)
        if states.dtype == bool:
            return check_array("terminal", states, shape=(self.n_states,), dtype=bool)
        states = check_array("terminal", np.atleast_1d(states), ndim=1, dtype=np.int64)
        if states.size and not 0 <= states.min() <= states.max() < self.n_states:
            wrong = states[(states < 0) | (states >= self.n_states)][0]
            raise ValueError(f"terminal must hold states in [0, {self.n_states - 1}]; got {wrong}")
        return np.isin(np.arange(self.n_states), states)

    def _check_rows(self, given: Dense | Sparse | Successors) -> None:
        if given.least() < 0:
            raise ValueError(f"transition must hold probabilities >= 0; got {given.least():g}")
        sums = given.row_sums()
        off = np.abs(sums - 1)
        off[self.terminal] = 0
        if off.size and off.max() > TOLERANCE:
            state, action = np.unravel_index(off.argmax(), off.shape)
            total = sums[state, action]
            where = f"state {state} and action {action}"
            raise ValueError(f"transition must sum to 1 over the next states; got {total:.6g} for {where}")

    def _start(self, start: Any) -> np.ndarray:
        if np.ndim(start) == 0:
            state = check_array("start", np.atleast_1d(start), ndim=1, dtype=np.int64)[0]
            if not 0 <= state < self.n_states:
                raise ValueError(f"start must be a state in [0, {self.n_states - 1}]; got {state}")
            return (np.arange(self.n_states) == state).astype(float)
        probs = check_array("start", start, shape=(self.n_states,))
        if probs.min() < 0 or abs(probs.sum() - 1) > TOLERANCE:
            raise ValueError(f"start must hold probabilities that sum to 1; got a sum of {probs.sum():.6g}")
        return probs

    def _rewards(self, reward: Any) -> tuple[np.ndarray, np.ndarray | None]:
        """R(s, a), and the rewards by next state if they were given."""
        rewards = check_array("reward", reward)
        axes = (self.n_states, self.n_actions)
        form = self.transition
        wide = None if isinstance(form, Sparse) else form.probs.shape
        if rewards.shape == axes:
            return np.where(self.terminal[:, None], 0.0, rewards), None
        if wide is None or rewards.shape != wide:
            wanted = f"{axes}" if wide is None else f"{axes} or {wide}"
            raise ValueError(f"reward must be an array of shape {wanted}; got shape {rewards.shape}")
        assert not isinstance(form, Sparse)
        paid = np.where(self.terminal[:, None, None], 0.0, rewards)
        return np.einsum("san,san->sa", form.probs, paid), paid
