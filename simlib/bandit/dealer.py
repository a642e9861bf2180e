"""Between the policy and the world: deals the arms, pays the rewards, keeps the account.

Each run deals the world's arms in an order of its own, so that "the first of the best" is a fair choice among
equals. The policy knows the arms by the numbers dealt, the account keeps the world's.

In this file: `deal` and `Dealer`.
"""

from __future__ import annotations

import math

import numpy as np

from simlib.bandit.tape import RewardTape, RoundTape
from simlib.bandit.world import World
from simlib.rng import BlockGenerator, stream


def deal(seed: int, blocks: range, n_arms: int, shuffle: bool) -> np.ndarray:
    """For each run, the world's arm behind each number 0..K-1 that its policy uses: (R, K) int."""
    order = np.tile(np.arange(n_arms), (BlockGenerator.BLOCK, 1))
    if not shuffle:
        return np.tile(order, (len(blocks), 1))
    return np.concatenate([stream(seed, "order", b).permuted(order, axis=1) for b in blocks])


class Dealer:
    """One policy's table in all runs of some blocks.

    `gaps` (R, K) of the arms by the numbers dealt; for a world that varies, their means over all rounds.
    """

    def __init__(self, world: World, seed: int, blocks: range, shuffle: bool = True):
        self.world = world.draw(seed, blocks)
        self.order = deal(seed, blocks, world.n_arms, shuffle)
        self.tape = (RoundTape if world.varies else RewardTape)(seed, blocks, self.order)
        self.gaps = self._dealt(self.world.gaps)
        self.n_runs, self.n_arms = self.order.shape
        self._row_start = np.arange(self.n_runs) * self.n_arms
        self._lost = np.zeros(self.n_runs)

    def pay(self, arm: np.ndarray, t: int) -> np.ndarray:
        """The rewards (R,) of the arms (R,), by the numbers dealt, in round t.

        Raises: ValueError for a reward that is not finite.
        """
        cell = self._row_start + arm
        pulled, world = self.order.take(cell), self.world.at(t)
        reward = world.reward(pulled, self.tape.read(cell))
        if not math.isfinite(reward.sum()):
            raise ValueError(f"rewards of {self.world!r} must be finite; got NaN or inf in round {t}")
        if self.world.varies:
            self._lost += world.gaps[pulled]
        return reward

    def regret(self) -> np.ndarray:
        """What the arms pulled so far have cost, (R,): the sum over rounds of their gaps."""
        return self._lost.copy() if self.world.varies else (self.tape.pulls * self.gaps).sum(axis=1)

    def pulls(self) -> np.ndarray:
        """How often each arm of the world was pulled so far, (R, K) int."""
        pulls = np.empty((self.n_runs, self.n_arms), dtype=np.int64)
        np.put_along_axis(pulls, self.order, self.tape.pulls, axis=1)
        return pulls

    def _dealt(self, gaps: np.ndarray) -> np.ndarray:
        return gaps[self.order] if gaps.ndim == 1 else np.take_along_axis(gaps, self.order, axis=1)
