"""Recorded rollouts of vector environments, and the first place where two of them differ.

In this file: `Moment`, `Trial`, `rollout`, `differences`, `same`.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from gymnasium.vector import AutoresetMode, VectorEnv

from simlib.rng import stream


@dataclass(frozen=True)
class Moment:
    """What a reset or a step returned, copied at once; a reset has no reward and no flags."""

    obs: Any
    reward: Any
    terminated: Any
    truncated: Any
    info: dict[str, Any]

    @property
    def ended(self) -> np.ndarray:
        """Where an episode ended, (B,) bool."""
        return np.asarray(self.terminated, bool) | np.asarray(self.truncated, bool)


@dataclass(frozen=True)
class Trial:
    """How an environment is tried: a maker of fresh ones, their mode, how many steps, from which seed."""

    make: Callable[[], VectorEnv]
    mode: AutoresetMode
    steps: int
    seed: int

    def actions(self, env: VectorEnv, salt: int = 0) -> list[Any]:
        """`steps` batches of random actions, the same for each environment of these spaces."""
        env.action_space.seed(int(stream(self.seed, "check_vector_env", salt).integers(2**31)))
        return [env.action_space.sample() for _ in range(self.steps)]


def rollout(
    trial: Trial,
    *,
    make: Callable[[], VectorEnv] | None = None,
    env: VectorEnv | None = None,
    seed: Any = None,
    actions: list[Any] | None = None,
    spoil: bool = False,
) -> list[Moment]:
    """The moments of a reset(seed) and of one step for each action; by default the trial's.

    spoil: write over all arrays that are returned, once they are copied. Without autoreset, rows that ended
    are reset before the next step, by their mask.
    """
    env = (make or trial.make)() if env is None else env
    given = env.reset(seed=trial.seed if seed is None else seed)
    moments = [Moment(copy.deepcopy(given[0]), None, None, None, copy.deepcopy(given[1]))]
    for action in trial.actions(env) if actions is None else actions:
        if spoil:
            for part in given:
                _spoil(part)
        given = env.step(copy.deepcopy(action))
        moments.append(Moment(*copy.deepcopy(given)))
        if trial.mode == AutoresetMode.DISABLED and moments[-1].ended.any():
            obs, info = env.reset(options={"reset_mask": moments[-1].ended})
            moments.append(Moment(copy.deepcopy(obs), None, None, None, copy.deepcopy(info)))
    return moments


def _spoil(part: Any) -> None:
    if isinstance(part, dict):
        for value in part.values():
            _spoil(value)
    elif isinstance(part, np.ndarray) and part.flags.writeable:
        part.fill(None if part.dtype == object else 1)


def differences(first: list[Moment], second: list[Moment], limit: int = 1) -> list[str]:
    """The first `limit` places where two rollouts differ, in words."""
    found = []
    for t, (one, other) in enumerate(zip(first, second, strict=False)):
        for name in ("obs", "reward", "terminated", "truncated", "info"):
            if not same(getattr(one, name), getattr(other, name)):
                shown = _shown(getattr(one, name)), _shown(getattr(other, name))
                found.append(f"{name} of moment {t} is {shown[0]} and {shown[1]}")
            if len(found) == limit:
                return found
    if len(first) != len(second):
        found.append(f"there are {len(first)} moments and {len(second)}")
    return found


def same(one: Any, other: Any) -> bool:
    """Equal in all: keys, dtypes of arrays, shapes, numbers; NaN equals NaN."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(same(*pair) for pair in zip(one, other, strict=True))
    if one is None or other is None:
        return one is other
    one, other = np.asarray(one), np.asarray(other)
    if one.dtype == object or other.dtype == object:
        return one.shape == other.shape and all(
            same(*pair) for pair in zip(one.flat, other.flat, strict=True)
        )
    equal_nan = one.dtype.kind in "fc" and other.dtype.kind in "fc"
    return one.dtype == other.dtype and np.array_equal(one, other, equal_nan=equal_nan)


def _shown(value: Any) -> str:
    text = " ".join(repr(value).split())
    return text if len(text) <= 70 else text[:67] + "..."
