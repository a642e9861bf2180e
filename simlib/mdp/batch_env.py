"""What all batched environments share: when an episode ends, who is reset when, and what is told about it.

gymnasium knows three ways to go on after an episode has ended in a row (`AutoresetMode`):

    NEXT_STEP   the next step resets the row; its action is not used, the reward is 0
    SAME_STEP   the row is reset at once; what it saw last is info["final_obs"]
    DISABLED    nothing happens until `reset(options={"reset_mask": rows})`

A world only says how rows begin, move and look (`_begin`, `_advance`, `_observe`, `_facts`). Everything above
is here, and here alone: also the cut after `max_steps`, so that the single environment, the native batch and
gymnasium's own `SyncVectorEnv` agree step by step.

In this file: `BatchVec`, and `BatchEnv`, which is row 0 of a batch of one.
"""

from __future__ import annotations

from typing import Any

import gymnasium
import numpy as np
from gymnasium.error import ResetNeeded
from gymnasium.vector import AutoresetMode, VectorEnv
from gymnasium.vector.utils import batch_space

from simlib.mdp.row_rng import RowRng
from simlib.validate import check_array, check_int

NEVER = np.iinfo(np.int64).max
N_CONTEXTS = 2**31  # a reset draws one of so many


class BatchVec(VectorEnv):
    """B = num_envs rows at once. Row i is seeded seed + i, as in `SyncVectorEnv`, and is alone with its luck.

    max_steps: an episode is truncated with this step, None never; max_episode_steps: the same from
    `gymnasium.make_vec`, and the smaller counts; autoreset_mode: one of the three above.

    Infos are arrays (B,) with a mask beside them: info["context"] and info["_context"].
    Raises: ValueError for actions out of range, ResetNeeded for a step before the first reset or, without
    autoreset, after an end.
    Differs: `truncated` is also set where the episode ends by itself with the last step, as gymnasium's
    TimeLimit does it.
    """

    metadata = {"render_modes": [], "autoreset_mode": AutoresetMode.NEXT_STEP}  # noqa: RUF012

    def __init__(
        self,
        num_envs: int,
        observation_space: gymnasium.Space,
        n_actions: int,
        max_steps: int | None = None,
        autoreset_mode: AutoresetMode | str = AutoresetMode.NEXT_STEP,
        max_episode_steps: int | None = None,
        render_mode: str | None = None,
    ):
        self.num_envs = check_int("num_envs", num_envs, low=1)
        self.single_observation_space = observation_space
        self.single_action_space = gymnasium.spaces.Discrete(n_actions)
        self.observation_space = batch_space(self.single_observation_space, num_envs)
        self.action_space = batch_space(self.single_action_space, num_envs)
        limits = (max_steps, max_episode_steps)
        self.limit = min(NEVER if limit is None else check_int("max_steps", limit, low=1) for limit in limits)
        self.autoreset_mode = AutoresetMode(autoreset_mode)
        self.metadata = {**type(self).metadata, "autoreset_mode": self.autoreset_mode}
        self.render_mode = render_mode
        self.rng, self.n_actions, self._all = RowRng(num_envs), n_actions, np.arange(num_envs)
        self._age = np.zeros(num_envs, np.int64)
        self._ended, self._begun = np.zeros(num_envs, bool), np.zeros(num_envs, bool)

    def _begin(self, rows: np.ndarray, options: dict[str, Any]) -> None:
        """Put the rows (n,) int at the start of an episode; random numbers only from `self.rng`."""
        raise NotImplementedError

    def _advance(self, action: np.ndarray, live: np.ndarray | None) -> tuple[np.ndarray, np.ndarray]:
        """Move the rows that are live (B,) bool, None for all: reward (B,) float, terminated (B,) bool.

        Rows that are not live get 0 and False. `self._age` already counts this step.
        """
        raise NotImplementedError

    def _observe(self, rows: np.ndarray | None = None) -> np.ndarray:
        """What these rows see, in a new array; None for all rows."""
        raise NotImplementedError

    def _facts(self) -> dict[str, np.ndarray]:
        """What infos tell of each row, (B,) each; the arrays may be the environment's own."""
        return {}

    def _contexts(
        self, rows: np.ndarray, options: dict[str, Any], low: int = 0, high: int = N_CONTEXTS
    ) -> np.ndarray:
        """Contexts (n,) of episodes that begin in these rows: options["context"], or one of low..high - 1.

        Raises: ValueError where what is given is not one whole number >= 0, or one for each row of the batch.
        """
        if options.get("context") is None:
            return low + self.rng.integers(rows, high - low)
        found, n = check_array("context", options["context"], dtype=np.int64), self.num_envs
        if found.shape not in ((), (n,)):
            raise ValueError(f"context must be one, or one for each of {n} rows; got shape {found.shape}")
        if found.min() < 0:
            raise ValueError(f"context must be >= 0; got {found.min()}")
        return np.broadcast_to(found, n)[rows]

    def reset(
        self, *, seed: int | list[int | None] | None = None, options: dict[str, Any] | None = None
    ) -> tuple[np.ndarray, dict[str, Any]]:
        """Start all rows, or those of options["reset_mask"] (B,) bool, and return what all rows see.

        seed: row i gets seed + i, or its own of a list; without one the rows' streams go on.
        """
        given = dict(options or {})
        mask = self._mask(given.pop("reset_mask", None))
        rows = np.flatnonzero(mask)
        for row, one in zip(rows.tolist(), self._seeds(seed, rows), strict=True):
            if one is not None:
                self.rng.seed(row, one)
        self._start(rows, given)
        if not self._begun.all():
            raise ResetNeeded("the first reset must be of all rows; got a reset_mask that leaves some out")
        return self._observe(), self._told(mask)

    def step(self, actions: Any) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, dict[str, Any]]:
        """One step in every row: obs, reward (B,) float, terminated (B,) bool, truncated (B,) bool, info."""
        action = self._checked(actions)
        waiting = self._ended.any()
        if not self._begun[0] or (waiting and self.autoreset_mode == AutoresetMode.DISABLED):
            raise ResetNeeded(f"reset must come before this step in rows {self._rows_to_reset()}")
        self._age += 1
        reward, terminated = self._advance(action, ~self._ended if waiting else None)
        truncated = self._age >= self.limit
        if waiting:
            truncated &= ~self._ended
            self._start(np.flatnonzero(self._ended), {})
        self._ended = terminated | truncated
        final = self._restarted() if self.autoreset_mode == AutoresetMode.SAME_STEP else {}
        return self._observe(), reward, terminated, truncated, {**self._told(), **final}

    def _restarted(self) -> dict[str, Any]:
        """Reset the rows that ended just now; what they saw and were told last."""
        ended, rows = self._ended, np.flatnonzero(self._ended)
        if not rows.size:
            return {}
        final = np.full(self.num_envs, None, dtype=object)
        for row, seen in zip(rows.tolist(), self._observe(rows), strict=True):
            final[row] = seen
        told = self._told(ended)
        self._start(rows, {})
        return {"final_obs": final, "_final_obs": ended.copy(), "final_info": told, "_final_info": ended}

    def _start(self, rows: np.ndarray, options: dict[str, Any]) -> None:
        self._begin(rows, options)
        self._age[rows], self._begun[rows] = 0, True
        self._ended = self._ended.copy()
        self._ended[rows] = False

    def _told(self, mask: np.ndarray | None = None) -> dict[str, Any]:
        """The infos of the rows in the mask, 0 elsewhere, as SyncVectorEnv writes them."""
        told: dict[str, Any] = {}
        for name, values in self._facts().items():
            told[name] = values.copy() if mask is None else np.where(mask, values, np.zeros_like(values))
            told[f"_{name}"] = np.ones(self.num_envs, bool) if mask is None else mask.copy()
        return told

    def _mask(self, mask: Any) -> np.ndarray:
        if mask is None:
            return np.ones(self.num_envs, bool)
        if not isinstance(mask, np.ndarray) or mask.dtype != bool or mask.shape != (self.num_envs,):
            seen = f"{getattr(mask, 'dtype', type(mask).__name__)} of shape {np.shape(mask)}"
            raise ValueError(f"reset_mask must be a bool array of shape ({self.num_envs},); got {seen}")
        if not mask.any():
            raise ValueError("reset_mask must hold at least one True; got none")
        return mask.copy()

    def _seeds(self, seed: Any, rows: np.ndarray) -> list[int | None]:
        if seed is None:
            return [None] * len(rows)
        if np.ndim(seed) == 0:
            return [check_int("seed", seed, low=0) + row for row in rows.tolist()]
        if len(seed) != self.num_envs:
            raise ValueError(f"seed must hold one for each of {self.num_envs} rows; got {len(seed)}")
        each = [seed[row] for row in rows]
        return [None if one is None else check_int("seed", one, low=0) for one in each]

    def _checked(self, actions: Any) -> np.ndarray:
        action = np.asarray(actions)
        if action.shape != (self.num_envs,) or action.dtype.kind not in "iu":
            action = check_array("actions", actions, shape=(self.num_envs,), dtype=np.int64)
        if action.min() < 0 or action.max() >= self.n_actions:
            wrong = action[(action < 0) | (action >= self.n_actions)][0]
            raise ValueError(f"actions must be in [0, {self.n_actions - 1}]; got {wrong}")
        return action

    def _rows_to_reset(self) -> str:
        rows = np.flatnonzero(self._ended | ~self._begun).tolist()
        return ", ".join(map(str, rows[:5])) + (", ..." if len(rows) > 5 else "")

    @property
    def np_random(self) -> Any:
        """The generators of all rows, a tuple; they are ahead of what the rows have used."""
        return tuple(self.rng.generator(row) for row in range(self.num_envs))


class BatchEnv(gymnasium.Env):
    """The single environment: row 0 of `vec`, a batch of one without autoreset."""

    metadata = {"render_modes": []}  # noqa: RUF012

    def __init__(self, vec: BatchVec):
        self.vec = vec
        self.observation_space, self.action_space = vec.single_observation_space, vec.single_action_space
        self.render_mode = vec.render_mode

    def reset(
        self, *, seed: int | None = None, options: dict[str, Any] | None = None
    ) -> tuple[Any, dict[str, Any]]:
        """Start an episode; a seed begins the stream anew, as `gymnasium.Env.reset` says."""
        super().reset(seed=seed)
        if self.np_random is not self.vec.rng.generator(0):
            self.vec.rng.use(0, self.np_random)
        obs, _ = self.vec.reset(options=options)
        return obs[0], self._told()

    def step(self, action: Any) -> tuple[Any, float, bool, bool, dict[str, Any]]:
        """One step. Raises: ResetNeeded after an end, ValueError for an action out of range."""
        obs, reward, terminated, truncated, _ = self.vec.step(np.asarray(action).reshape(1))
        return obs[0], float(reward[0]), bool(terminated[0]), bool(truncated[0]), self._told()

    def render(self) -> Any:
        """The picture of the row, (height, width, 3) uint8, or None without a render mode."""
        frames = None if self.render_mode is None else self.vec.render()
        return None if frames is None else frames[0]

    def _told(self) -> dict[str, Any]:
        return {name: values[0].item() for name, values in self.vec._facts().items()}
