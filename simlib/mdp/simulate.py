"""Let learners live in an MDP, many runs at once, and see what they know along the way.

What a learner would do at a checkpoint is judged by planning, not by a few noisy episodes: the world is known
to us, so the value of its policy from the start is computed exactly.

Runs come in blocks of 128 that own their random streams, so the first runs of a longer call are the same.

In this file: `simulate`, `Learning`, `policy_values`, `Walk`.
"""

from __future__ import annotations

import copy
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from simlib.bar import progress_bar
from simlib.mdp.bellman import evaluate
from simlib.mdp.learner import Learner, Step
from simlib.mdp.tabular import TabularMDP
from simlib.mdp.transition import bounds
from simlib.rng import BlockGenerator
from simlib.validate import check_int

DENSE_STATES = 150  # up to here a dense linear system is solved faster than a sparse one


@dataclass(frozen=True)
class Learning:
    """What came of it: for each label, what R runs did up to each of C checkpoints."""

    times: np.ndarray  # (C,) int, steps
    reward_sum: dict[str, np.ndarray]  # (R, C), all rewards so far, undiscounted
    episodes: dict[str, np.ndarray]  # (R, C) int, episodes that ended so far
    value: dict[str, np.ndarray]  # (R, C), exact worth of `policy()` from the start, discounted
    learners: dict[str, Learner]  # as they were at the end


def simulate(
    mdp: TabularMDP,
    learners: Learner | Mapping[str, Learner] | list[Learner],
    steps: int,
    runs: int = 128,
    seed: int = 0,
    *,
    checkpoints: int = 10,
    cutoff: int | None = None,
    progress: bool | None = None,
) -> Learning:
    """Each learner takes `steps` steps in each of `runs` runs; an episode that ends is followed by another.

    learners: one, several, or a dict from label to learner, unchanged afterwards; cutoff: an episode is
    truncated after so many steps, None never; checkpoints: how many, evenly spaced, the last at the end.
    Luck is not shared between learners, since they go different ways; a learner's luck depends on its label.

    Raises: ValueError for arguments that cannot be, actions out of range.
    Cost: some 0.1 microseconds a step and run with hundreds of runs; each checkpoint solves the MDP once for
    each different policy.
    """
    named = _named(learners)
    steps, runs = check_int("steps", steps, low=1), check_int("runs", runs, low=1)
    count = check_int("checkpoints", checkpoints, low=1, high=steps)
    longest = steps if cutoff is None else check_int("cutoff", cutoff, low=1)
    times = np.unique(np.linspace(0, steps, count + 1).round().astype(np.int64)[1:])
    seen: dict[str, tuple] = {}
    with progress_bar(total=len(named) * len(times), unit="step", show=progress) as bar:
        for label, learner in named.items():
            seen[label] = _lived(mdp, label, copy.deepcopy(learner), times, runs, seed, longest, bar.update)
    parts = [{label: result[i] for label, result in seen.items()} for i in range(4)]
    return Learning(times, parts[0], parts[1], parts[2], parts[3])


def policy_values(mdp: TabularMDP, policies: np.ndarray) -> np.ndarray:
    """The exact worth (R,) from the start of each of R policies, (R, S) int or (R, S, A).

    Cost: one linear system of S unknowns for each different policy.
    """
    rows, which = np.unique(policies.reshape(len(policies), -1), axis=0, return_inverse=True)
    world = _dense(mdp) if mdp.n_states <= DENSE_STATES else mdp
    each = [mdp.start @ evaluate(world, row.reshape(policies.shape[1:])) for row in rows]
    return np.array(each)[which.ravel()]


class Walk:
    """R runs in one MDP: `step(action, u, v)` moves them, `state` (R,) is where they are.

    An episode that ended is followed by another at once; `Step.next_state` still says where it ended.
    """

    def __init__(self, mdp: TabularMDP, u: np.ndarray, cutoff: int):
        index = mdp.transition.successors()
        self.mdp, self.cutoff, self.width = mdp, cutoff, index.width
        self.next_state = index.next_state.reshape(-1)
        self.paid = np.ascontiguousarray(mdp.paid_for()).reshape(-1)
        self.up_to = np.ascontiguousarray(bounds(index.probs.reshape(-1, index.width)).T)
        self.starts = np.flatnonzero(mdp.start)
        self.first = bounds(mdp.start[self.starts])
        self.age, self.state = np.zeros(len(u), np.int64), self._born(u)

    def _born(self, u: np.ndarray) -> np.ndarray:
        return self.starts.take(np.searchsorted(self.first, u, side="right"))

    def step(self, action: np.ndarray, u: np.ndarray, v: np.ndarray) -> Step:
        """One step in all runs; uniforms u (R,) choose the next states, v (R,) where new episodes begin."""
        row = self.state * self.mdp.n_actions + action
        slot = (u >= self.up_to.take(row, axis=1)).sum(axis=0)
        cell = row * self.width + slot
        reached, self.age = self.next_state.take(cell), self.age + 1
        terminated = self.mdp.terminal.take(reached)
        truncated = (self.age >= self.cutoff) & ~terminated
        step = Step(self.state, action, self.paid.take(cell), reached, terminated, truncated)
        ended = step.ended
        self.state = np.where(ended, self._born(v), reached) if ended.any() else reached
        self.age[ended] = 0
        return step


def _dense(mdp: TabularMDP) -> TabularMDP:
    """The same world with P as one array: small ones are solved some ten times faster so."""
    index = mdp.transition.successors()
    state, action = np.indices((mdp.n_states, mdp.n_actions))
    probs = np.zeros((mdp.n_states, mdp.n_actions, mdp.n_states))
    np.add.at(probs, (state[..., None], action[..., None], index.next_state), index.probs)
    return TabularMDP(probs, mdp.reward, mdp.discount, mdp.start, mdp.terminal)


def _lived(mdp, label, learner, times, runs, seed, cutoff, tick) -> tuple:
    blocks = range(math.ceil(runs / BlockGenerator.BLOCK))
    world, mind = (
        BlockGenerator(seed, f"mdp/{who}", blocks) for who in (f"world/{label}", f"learner/{label}")
    )
    walk = Walk(mdp, world.random(world.n_runs), cutoff)
    learner.reset(world.n_runs, mdp.n_states, mdp.n_actions, mdp.discount)
    reward, episodes = np.zeros(world.n_runs), np.zeros(world.n_runs, np.int64)
    rows: list[tuple] = []
    for t in range(1, times[-1] + 1):
        action = learner.act(walk.state, mind)
        _check_action(label, action, world.n_runs, mdp.n_actions)
        step = walk.step(action, world.random(world.n_runs), world.random(world.n_runs))
        learner.learn(step, mind)
        reward, episodes = reward + step.reward, episodes + step.ended
        if t == times[len(rows)]:
            rows.append((reward, episodes, policy_values(mdp, learner.policy()[:runs])))
            tick(1)
    reward_sum, ended, value = (np.stack(column, axis=-1)[:runs] for column in zip(*rows, strict=True))
    return reward_sum, ended, value, learner


def _check_action(label: str, action: Any, n_runs: int, n_actions: int) -> None:
    shape = np.shape(action)
    if shape != (n_runs,) or np.asarray(action).dtype.kind not in "iu":
        raise ValueError(f"{label} must act with ints of shape ({n_runs},); got shape {shape}")
    if action.min() < 0 or action.max() >= n_actions:
        wrong = action[(action < 0) | (action >= n_actions)][0]
        raise ValueError(f"{label} must act with actions in [0, {n_actions - 1}]; got {wrong}")


def _named(learners: Any) -> dict[str, Learner]:
    if isinstance(learners, Learner):
        learners = [learners]
    named = dict(learners) if isinstance(learners, Mapping) else {one.label: one for one in learners}
    if not named or (not isinstance(learners, Mapping) and len(named) < len(learners)):
        raise ValueError(
            "learners must be at least one, with labels that differ: give a dict from label to learner"
        )
    for label, learner in named.items():
        if not isinstance(learner, Learner):
            raise ValueError(f"learners must be Learners; got a {type(learner).__name__} for {label}")
    return named
