"""What holds for a vector environment in every autoreset mode; each rule yields a sentence for each breach.

In this file: `shapes_and_types`, `infos_have_masks`, `same_seed_same_rollout`, `seeds_of_rows`,
`nothing_is_shared`, `actions_are_checked`; `row`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

import numpy as np
from gymnasium import Space
from gymnasium.spaces import Discrete
from gymnasium.vector import VectorEnv

from simlib.mdp.vector_rollout import Moment, Trial, differences, rollout, same


def shapes_and_types(trial: Trial) -> Iterator[str]:
    """Observations lie in the space, with its dtype; flags are bool arrays, rewards float ones, (B,) each."""
    env = trial.make()
    n, said = env.num_envs, set()
    for moment in rollout(trial, env=env):
        said.update(_of_obs(moment.obs, env.observation_space))
        for name in () if moment.reward is None else ("reward", "terminated", "truncated"):
            value = getattr(moment, name)
            kind, wanted = ("f", "float") if name == "reward" else ("b", "bool")
            if not isinstance(value, np.ndarray) or value.dtype.kind != kind or value.shape != (n,):
                seen = f"{getattr(value, 'dtype', type(value).__name__)} of shape {np.shape(value)}"
                said.add(f"{name} must be a {wanted} array of shape ({n},); got {seen}.")
            elif name == "reward" and not np.isfinite(value).all():
                said.add(f"reward must be finite; got {value[~np.isfinite(value)][0]}.")
        if not isinstance(moment.info, dict):
            said.add(f"info must be a dict; got a {type(moment.info).__name__}.")
    yield from sorted(said)


def _of_obs(obs: Any, space: Space) -> Iterator[str]:
    wanted = space.dtype
    if isinstance(obs, np.ndarray) and wanted is not None and obs.dtype != wanted:
        yield f"observations must have the space's dtype, {wanted}; got {obs.dtype}."
    elif isinstance(obs, np.ndarray) and space.shape is not None and obs.shape != space.shape:
        yield f"observations must have the space's shape, {space.shape}; got {obs.shape}."
    elif not space.contains(obs):
        yield "observations must lie in the observation space; one does not."


def infos_have_masks(trial: Trial) -> Iterator[str]:
    """Beside each info[key] stands info["_key"], a bool array (B,) of the rows it speaks of."""
    n, said = trial.make().num_envs, set()
    for moment in rollout(trial):
        said.update(_unmasked(moment.info, n, "info"))
    yield from sorted(said)


def _unmasked(info: dict[str, Any], n: int, where: str) -> Iterator[str]:
    for key, value in info.items():
        if isinstance(value, dict):
            yield from _unmasked(value, n, f"{where}['{key}']")
        mask = info.get(f"_{key}")
        masked = isinstance(mask, np.ndarray) and mask.dtype == bool and mask.shape == (n,)
        if not key.startswith("_") and not masked:
            yield f"{where}['{key}'] must have a mask {where}['_{key}'], bool of shape ({n},)."


def same_seed_same_rollout(trial: Trial) -> Iterator[str]:
    """Two environments with one seed and the same actions do the same, all along."""
    for what in differences(rollout(trial), rollout(trial)):
        yield f"the same seed and actions must give the same rollout; {what}."


def seeds_of_rows(trial: Trial) -> Iterator[str]:
    """Seeds matter or nothing is random; rows have luck of their own; seed s is s, s + 1, ... if lists go."""
    env = trial.make()
    n = env.num_envs
    alike = [_alike(env, action) for action in trial.actions(env)]
    first, other = (
        [dataclasses.replace(moment, info={}) for moment in rollout(trial, actions=alike, seed=seed)]
        for seed in (trial.seed, trial.seed + 101)
    )
    if not differences(first, other):
        return  # nothing is random
    if all(_one_for_all(moment, n) for moment in first):
        yield f"rows must have luck of their own; all {n} rows did the same though other seeds do otherwise."
    seeds = [trial.seed + i for i in range(n)]
    try:
        listed = rollout(trial, seed=seeds)
    except Exception:  # VectorEnv.reset promises no more than one int
        return
    for what in differences(rollout(trial), listed):
        yield f"seed {trial.seed} must be the same as the list {seeds}; {what}."


def _one_for_all(moment: Moment, n: int) -> bool:
    parts = [moment.obs, *(() if moment.reward is None else (moment.reward, moment.terminated))]
    return all(same(row(part, 0), row(part, i)) for part in parts for i in range(1, n))


def _alike(env: VectorEnv, action: Any) -> Any:
    """A batch in which every row does as row 0 does."""
    return np.broadcast_to(action[:1], action.shape).copy() if isinstance(action, np.ndarray) else action


def row(obs: Any, i: int) -> Any:
    """What row i sees, of a batch of observations: arrays, or dicts and tuples of them."""
    if isinstance(obs, dict):
        return {key: row(value, i) for key, value in obs.items()}
    return tuple(row(value, i) for value in obs) if isinstance(obs, tuple) else obs[i]


def nothing_is_shared(trial: Trial) -> Iterator[str]:
    """What was returned stays as it was, and writing into it does not reach the environment."""
    env = trial.make()
    obs, _ = env.reset(seed=trial.seed)
    kept: list[tuple[str, np.ndarray, np.ndarray]] = []
    said = set()
    for action in trial.actions(env)[:5]:
        kept += [("observations", part, part.copy()) for part in _arrays(obs)]
        obs, *rest, info = env.step(action)
        for name, value in zip(("rewards", "terminated", "truncated"), rest, strict=True):
            kept += [(name, part, part.copy()) for part in _arrays(value)]
        kept += [("infos", part, part.copy()) for part in _arrays(info)]
        for name, part, before in kept:
            if not same(part, before):
                said.add(f"{name} must stay as they were returned; a later step changed them.")
        if np.any(rest[1]) or np.any(rest[2]):
            break
    yield from sorted(said)
    for what in differences(rollout(trial), rollout(trial, spoil=True)):
        yield f"writing into returned arrays must not reach the environment; {what}."


def _arrays(value: Any) -> Iterator[np.ndarray]:
    if isinstance(value, np.ndarray):
        yield value
    elif isinstance(value, dict | tuple):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _arrays(part)


def actions_are_checked(trial: Trial) -> Iterator[str]:
    """An action beyond a Discrete space, above and below, raises an error with a sentence."""
    space = trial.make().single_action_space
    if not isinstance(space, Discrete):
        return
    for wrong in (space.start + space.n, space.start - 1):
        env = trial.make()
        env.reset(seed=trial.seed)
        action = np.full(env.num_envs, space.start, np.int64)
        action[-1] = wrong
        try:
            env.step(action)
        except Exception as error:
            if " " not in str(error).strip():
                said = f"{type(error).__name__}: {error}"
                yield f"action {wrong} must be refused with a sentence; got only {said}."
        else:
            yield f"action {wrong} must be refused; it was taken."
