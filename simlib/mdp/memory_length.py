"""MemoryLength(N): a bit is shown, and asked for N steps later. Who sees only the present must guess.

    obs = (time left, 1 if this is the question, the bit as -1 or +1 in the first step and 0 later)

The answer to the question is right (+1) or wrong (-1); all other actions do nothing. Without memory the mean
reward is 0, with it 1: the difficulty is one number, N.

In this file: `MemoryLengthVec`, `MemoryLength`.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from gymnasium.spaces import Box
from gymnasium.vector import AutoresetMode

from simlib.mdp.batch_env import BatchEnv, BatchVec
from simlib.validate import check_int


class MemoryLengthVec(BatchVec):
    """B rows; obs (B, 3) float32; actions 0 and 1, of which bit is the right answer.

    length N >= 1: the question is asked in observation N, after N steps, and step N + 1 answers it. The bit
    is the last one of the episode's context, which a reset draws or takes (options={"context": c}), and which
    info["context"] tells: it is not for the learner.
    Source: [Osband2019] for the task, here with one bit
    """

    def __init__(self, num_envs: int = 1, length: int = 10, **kwargs: Any):
        self.length = check_int("length", length, low=1)
        low, high = np.array([0, 0, -1], np.float32), np.ones(3, np.float32)
        super().__init__(num_envs, Box(low, high, dtype=np.float32), 2, **kwargs)
        self.context = np.zeros(num_envs, np.int64)

    def _begin(self, rows: np.ndarray, options: dict[str, Any]) -> None:
        self.context[rows] = self._contexts(rows, options)

    def _advance(self, action: np.ndarray, live: np.ndarray | None) -> tuple[np.ndarray, np.ndarray]:
        asked = self._age == self.length + 1
        asked = asked if live is None else asked & live
        return np.where(asked, np.where(action == self.context % 2, 1.0, -1.0), 0.0), asked

    def _observe(self, rows: np.ndarray | None = None) -> np.ndarray:
        age, bit = (
            (self._age, self.context % 2) if rows is None else (self._age[rows], self.context[rows] % 2)
        )
        left = np.maximum(1 - age / self.length, 0)
        shown = [left, age == self.length, np.where(age == 0, 2 * bit - 1, 0)]
        return np.stack(shown, axis=-1).astype(np.float32)

    def _facts(self) -> dict[str, np.ndarray]:
        return {"context": self.context}


class MemoryLength(BatchEnv):
    """One row of `MemoryLengthVec` as a `gymnasium.Env`, with its arguments."""

    def __init__(self, **kwargs: Any):
        super().__init__(MemoryLengthVec(1, autoreset_mode=AutoresetMode.DISABLED, **kwargs))
