"""Learners that are paid for novelty in the world of arms, many settings and runs in one array.

Each update lives `n_envs` episodes, adds beta times the bonus to the rewards, and takes one step of the
policy gradient. Nothing in it is clever: what is compared is only what the learners are paid for. Counts are
those of earlier updates, as for a network that is trained between rollouts, and shared and fresh episodes
have policies of their own, so that one cannot help the other.

In this file: `Learned`, `train`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from simlib.mdp.arms_cmdp import ArmsCMDP
from simlib.mdp.bonus_rollout import Rollout
from simlib.mdp.bonus_setting import Setting, bonus
from simlib.mdp.running_scale import RunningScale
from simlib.mdp.softmax_actor import SoftmaxActor, returns
from simlib.rng import stream
from simlib.validate import check_int, check_real

CHUNK = 64  # updates whose random numbers are drawn at once


@dataclass(frozen=True)
class Learned:
    """What came of C settings in R runs."""

    success: np.ndarray  # (C, R): share of the last episodes, lived without learning, that reach a goal
    curve: np.ndarray  # (C, R, updates): share of each update's episodes

    @classmethod
    def of(cls, shares: np.ndarray, updates: int) -> Learned:
        """From the shares (C, R, updates + last) of all rounds, the last ones lived without learning."""
        return cls(shares[..., updates:].mean(axis=-1), shares[..., :updates])


def train(
    world: ArmsCMDP,
    settings: Sequence[Setting],
    runs: int,
    seed: int = 0,
    *,
    updates: int = 500,
    n_envs: int = 8,
    rate: float = 0.5,
    baseline_rate: float = 0.15,
    entropy: float = 0.02,
    discount: float = 0.95,
    last: int = 4,
) -> Learned:
    """Train each setting in `runs` runs, then let it live `last` times `n_envs` episodes.

    Run r of every setting meets the same goal and uniforms, which depend on seed and r alone.
    rate, baseline_rate, entropy >= 0; discount in [0, 1].
    Raises: ValueError for numbers out of range, no settings. Cost: 7 microseconds an update and run.
    Differs: [Henaff2023] trains networks on images; here are tables, and a baseline that knows the time step.
    """
    _check(settings, {"runs": runs, "updates": updates, "n_envs": n_envs, "last": last}, discount)
    _check_steps(rate, baseline_rate, entropy)
    draws = [stream(seed, "bonus learner", run) for run in range(runs)]
    goal = np.array([rng.integers(world.n_arms) for rng in draws])
    rollout, n_learners = Rollout(world, settings, runs, goal, n_envs), len(settings) * runs
    n_cells = 2 * n_learners * world.n_places
    actor = SoftmaxActor(n_cells, world.n_actions, world.horizon, rate, baseline_rate, entropy)
    scale, luck = RunningScale((n_learners, 2)), np.empty(0)
    curve = np.empty((n_learners, updates + last))
    for i in range(updates + last):
        if i % CHUNK == 0:
            luck = np.stack([rng.random((CHUNK, world.horizon + 1, n_envs)) for rng in draws], axis=2)
        rollout.live(actor, luck[i % CHUNK])
        curve[:, i] = rollout.reward.sum(axis=0).mean(axis=-1)
        if i < updates:
            paid = rollout.reward + _paid(rollout, settings, scale)
            actor.learn(rollout.key, rollout.action, returns(paid, rollout.alive, discount), rollout.alive)
            rollout.remember()
    return Learned.of(curve.reshape(len(settings), runs, -1), updates)


def _check(settings: Sequence[Setting], counts: dict[str, int], discount: float) -> None:
    """Raises: ValueError for numbers that cannot be, or no settings."""
    if not settings:
        raise ValueError("settings must hold at least one Setting; got none")
    for name, value in counts.items():
        check_int(name, value, low=1)
    check_real("discount", discount, 0, 1)


def _check_steps(rate: float, baseline_rate: float, entropy: float) -> None:
    """Raises: ValueError for a negative one."""
    for name, value in (("rate", rate), ("baseline_rate", baseline_rate), ("entropy", entropy)):
        check_real(name, value, 0)


def _paid(rollout: Rollout, settings: Sequence[Setting], scale: RunningScale) -> np.ndarray:
    """beta * bonus / scale, (T, N, E); the scale then takes these bonuses in."""
    raw, size = np.zeros(rollout.shape), rollout.shape[1] // len(settings)
    rows = [slice(i * size, (i + 1) * size) for i in range(len(settings))]
    for setting, part in zip(settings, rows, strict=True):
        novelty = (each[:, part] for each in (rollout.after, rollout.before, rollout.first))
        raw[:, part] = bonus(setting.bonus, *novelty)
    beta = np.repeat([setting.beta for setting in settings], size)[:, None]
    steady = np.repeat([not setting.normalise for setting in settings], size)[:, None]
    divisor = np.where(steady, 1.0, np.take_along_axis(scale.scale, rollout.fresh.astype(np.int64), axis=1))
    kinds = np.stack([~rollout.fresh, rollout.fresh], axis=1)  # (N, 2, E)
    totals = (np.where(rollout.alive, raw, 0).sum(axis=0), rollout.alive.sum(axis=0))
    scale.learn(*((kinds * total[:, None]).sum(axis=-1) for total in totals))
    return beta * raw / divisor
