"""What holds for a vector environment around the end of an episode; a sentence for each breach.

In this file: `an_episode_ends`, `reset_forgets`; one rule for each autoreset mode, `next_step`, `same_step`,
`disabled`.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import numpy as np
from gymnasium.error import ResetNeeded
from gymnasium.vector import AutoresetMode

from simlib.mdp.vector_env_rules import row
from simlib.mdp.vector_rollout import Moment, Trial, differences, rollout, same


def an_episode_ends(trial: Trial) -> Iterator[str]:
    """Without an end in sight the rules of this file see nothing."""
    if not any(moment.ended.any() for moment in rollout(trial) if moment.reward is not None):
        yield f"no episode ended within {trial.steps} steps, so that autoreset was not seen."


def reset_forgets(trial: Trial) -> Iterator[str]:
    """reset(seed) in the middle of an episode, and just after an end, is as good as a new environment.

    Step counters and marks for the next autoreset are what is forgotten to forget.
    """
    fresh, env = rollout(trial), trial.make()
    before = trial.actions(env, salt=1)
    first_end = next((t for t, m in enumerate(fresh) if m.reward is not None and m.ended.any()), None)
    for when, actions in (("in the middle of an episode", before[:2]), ("after an end", trial.actions(env))):
        if when == "after an end" and first_end is None:
            return
        env = trial.make()
        env.reset(seed=trial.seed)
        for action in actions[:first_end] if when == "after an end" else actions:
            _, _, terminated, truncated, _ = env.step(action)
            if trial.mode == AutoresetMode.DISABLED and (terminated | truncated).any():
                break
        for what in differences(rollout(trial, env=env), fresh):
            yield f"reset(seed) {when} must leave nothing of what was before; {what}."


def next_step(trial: Trial) -> Iterator[str]:
    """The step after an end resets: reward 0, no flags, and the action is not used."""
    if trial.mode != AutoresetMode.NEXT_STEP:
        return
    env, said = trial.make(), set()
    actions = trial.actions(env)
    moments = rollout(trial, env=env, actions=actions)
    others = [copy.deepcopy(action) for action in actions]
    for t, moment in enumerate(moments[1:-1], 1):
        after = moments[t + 1]
        if np.any(np.asarray(after.reward)[moment.ended] != 0):
            said.add("the step that resets a row must have reward 0.")
        if after.ended[moment.ended].any():
            said.add("the step that resets a row must have neither flag.")
        if "final_obs" in after.info or "final_obs" in moment.info:
            said.add("info['final_obs'] belongs to SAME_STEP, since here the last observation is returned.")
        if isinstance(others[t], np.ndarray):
            lowest = getattr(env.single_action_space, "start", 0)
            others[t][moment.ended] = np.where(actions[t][moment.ended] == lowest, lowest + 1, lowest)
    yield from sorted(said)
    if isinstance(actions[0], np.ndarray) and actions[0].dtype.kind in "iu":
        for what in differences(moments, rollout(trial, actions=others)):
            yield f"the action of the step that resets a row must not be used; {what}."


def same_step(trial: Trial) -> Iterator[str]:
    """At an end the last observation and info are in final_obs and final_info, masked by who ended."""
    if trial.mode != AutoresetMode.SAME_STEP:
        return
    space, said, seen_reset = trial.make().single_observation_space, set(), False
    moments = rollout(trial)
    for moment in moments[1:]:
        said.update(_final(moment, space))
        for i in np.flatnonzero(moment.ended).tolist() if "final_obs" in moment.info else ():
            seen_reset |= not same(moment.info["final_obs"][i], row(moment.obs, i))
    ended = any(moment.ended.any() for moment in moments[1:])
    if ended and not said and not seen_reset:
        said.add(
            "info['final_obs'] must be what the ended episode showed last, and the returned observation what"
            " the next one shows first; they were always the same."
        )
    yield from sorted(said)


def _final(moment: Moment, space: Any) -> Iterator[str]:
    ended, n = moment.ended, len(moment.ended)
    for key in ("final_obs", "final_info"):
        mask = moment.info.get(f"_{key}", np.zeros(n, bool))
        if not np.array_equal(np.asarray(mask), ended):
            yield f"info['_{key}'] must mark the rows that ended, and only those."
        if ended.any() and key not in moment.info:
            yield f"info['{key}'] must be there when an episode ends."
    if "final_obs" in moment.info:
        last = moment.info["final_obs"]
        if not all(space.contains(last[i]) for i in np.flatnonzero(ended)):
            yield "info['final_obs'] of a row that ended must lie in the single observation space."


def disabled(trial: Trial) -> Iterator[str]:
    """Rows that ended wait; reset_mask resets the rows it names, with their seeds, and touches no others."""
    if trial.mode != AutoresetMode.DISABLED:
        return
    env = trial.make()
    n, actions = env.num_envs, trial.actions(env)
    env.reset(seed=trial.seed)
    obs = env.step(actions[0])[0]
    mask = np.arange(n) == 0
    before = copy.deepcopy(obs)
    after, _ = env.reset(seed=trial.seed + 7, options={"reset_mask": mask})
    fresh, _ = trial.make().reset(seed=trial.seed + 7)
    if any(not same(row(before, i), row(after, i)) for i in range(1, n)):
        yield "reset with a reset_mask must leave the other rows as they are."
    if not same(row(after, 0), row(fresh, 0)):
        yield "reset with a seed and a reset_mask must start the rows it names as that seed does."
    for wrong in (np.zeros(n, bool), np.ones(n + 1, bool)):
        if not _raises(lambda wrong=wrong: env.reset(options={"reset_mask": wrong})):
            yield f"a reset_mask of {wrong.tolist()} must be refused."
    env.reset(seed=trial.seed)
    for action in actions:
        _, _, terminated, truncated, _ = env.step(action)
        if (terminated | truncated).any():
            if not _raises(lambda: env.step(actions[0])):
                yield "a step of a row that ended, before its reset, must be refused."
            return


def _raises(call: Any) -> bool:
    try:
        call()
    except (AssertionError, ValueError, TypeError, RuntimeError, ResetNeeded):
        return True
    return False
