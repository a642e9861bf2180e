"""What a learner is: three verbs, for all runs at once, in a world of states and actions.

`reset` starts R fresh runs, `act` chooses an action in each run's state, `learn` takes in what came of it.
Arrays carry the axis of runs first. A learner sees numbers of states and never P or R.

A step ends in one of three ways, and learners must tell them apart: the episode goes on; it is
`terminated`, so that nothing follows and the next state is worth 0; it is `truncated`, cut off from outside,
so that the next state keeps its worth although no more is seen.

In this file: `Step`, `Learner`, and `QLearner`, which keeps one number for each state and action.
"""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from typing import Any

import numpy as np

from simlib.mdp.step_size import StepSize, for_runs


@dataclass(frozen=True)
class Step:
    """One step in each of R runs. `next_state` is the state reached, also where the episode ends with it."""

    state: np.ndarray  # (R,) int
    action: np.ndarray  # (R,) int
    reward: np.ndarray  # (R,) float
    next_state: np.ndarray  # (R,) int
    terminated: np.ndarray  # (R,) bool
    truncated: np.ndarray  # (R,) bool

    @property
    def ended(self) -> np.ndarray:
        """Where the next step begins a new episode, (R,) bool."""
        return self.terminated | self.truncated


class Learner:
    """The interface. `rng` answers `random`, `integers`, `standard_normal` for all runs at once, such as
    `rng.random(n_runs)` (a `simlib.rng.BlockGenerator`)."""

    def __repr__(self) -> str:
        """The call that makes it: a constructor keeps its arguments under their own names."""
        names = [name for name in inspect.signature(type(self)).parameters if hasattr(self, name)]
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    @property
    def label(self) -> str:
        """The name that tables and figures show."""
        return type(self).__name__

    def reset(self, n_runs: int, n_states: int, n_actions: int, discount: float) -> None:
        """Forget everything and prepare R = n_runs runs in a world of this size."""
        raise NotImplementedError

    def act(self, state: np.ndarray, rng: Any) -> np.ndarray:
        """The actions (R,) int in the states (R,) int."""
        raise NotImplementedError

    def learn(self, step: Step, rng: Any) -> None:
        """Take in one step of each run."""
        raise NotImplementedError

    def policy(self) -> np.ndarray:
        """What it would do in each state now, without exploring: (R, S) int, or (R, S, A) probabilities."""
        raise NotImplementedError


class QLearner(Learner):
    """A learner that keeps q (R, S, A) and acts epsilon-greedily on it; `learn` is what subclasses write.

    `q` float, at first `first_q`; ties go to any of the best actions, all equally likely. epsilon in [0, 1]
    and step_size, for those that `nudge`, may be arrays (R,): another setting for each run.
    """

    epsilon: Any
    step_size: Any = 0.1
    first_q: float = 0.0

    def reset(self, n_runs: int, n_states: int, n_actions: int, discount: float) -> None:
        self.n_runs, self.n_states, self.n_actions, self.discount = n_runs, n_states, n_actions, discount
        self.q = np.full((n_runs, n_states, n_actions), self.first_q)
        self.run = np.arange(n_runs)
        self.steps = StepSize(self.step_size, n_runs, n_states * n_actions)

    def act(self, state: np.ndarray, rng: Any) -> np.ndarray:
        return epsilon_greedy(self.q_of(state), for_runs(self.epsilon, self.n_runs, "epsilon"), rng)

    def policy(self) -> np.ndarray:
        """The best action by q in each state, (R, S) int; the first of several."""
        return self.q.argmax(axis=-1)

    def q_of(self, state: np.ndarray) -> np.ndarray:
        """q of one state in each run, (R, A) for state (R,)."""
        return self.q.reshape(-1, self.n_actions).take(self.run * self.n_states + state, axis=0)

    def cell(self, state: np.ndarray, action: np.ndarray) -> np.ndarray:
        """Where q.reshape(-1) keeps q(state, action) of each run, (R,) int."""
        return (self.run * self.n_states + state) * self.n_actions + action

    def nudge(self, cell: np.ndarray, target: np.ndarray) -> None:
        """q += step * (target - q) at the cells (m,), all different, for target (m,)."""
        q = self.q.reshape(-1)
        old = q.take(cell)
        q[cell] = old + self.steps.at(cell) * (target - old)


def epsilon_greedy(q: np.ndarray, epsilon: Any, rng: Any) -> np.ndarray:
    """With probability epsilon any action, otherwise one of the best by q (R, A): (R,) int.

    epsilon in [0, 1], a number or (R,). One uniform for each run decides both: whether, and rescaled, which.
    """
    u = rng.random(len(q))
    explore = u < epsilon
    with np.errstate(divide="ignore", invalid="ignore"):
        left = np.where(explore, u / epsilon, (u - epsilon) / (1 - epsilon))  # uniform again
    by_action = np.ascontiguousarray(q.T)  # along the first axis NumPy is some ten times faster
    allowed = (by_action == by_action.max(axis=0)) | explore
    place = allowed.astype(np.int32)
    for action in range(1, len(place)):  # a running count, faster than cumsum for few actions
        place[action] += place[action - 1]
    rank = np.minimum((left * place[-1]).astype(np.int32), place[-1] - 1)  # of the allowed, the one to take
    return (place <= rank).sum(axis=0)
