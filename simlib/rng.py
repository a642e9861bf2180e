"""Named random streams: one seed for a whole simulation, one independent stream for each purpose.

A stream is `SeedSequence(seed, spawn_key=(crc32(name), *key))`, so that it depends on the seed, on its
own name and on its key (the number of a block, say) and on nothing else: not on the order in which
streams are made, not on how work is split, not on which other streams exist.

In this file, simplest first: `stream`, `streams`, `fresh_seed`, and `BlockGenerator`, which serves many
runs at once.
"""

from __future__ import annotations

import secrets
import zlib

import numpy as np


def stream(seed: int, name: str, *key: int) -> np.random.Generator:
    """One generator, `PCG64(SeedSequence(seed, spawn_key=(crc32(name), *key)))`.

    seed int >= 0; name any text, such as "world"; key ints >= 0, such as the number of a block of runs.
    The same arguments always give the same numbers.
    """
    sequence = np.random.SeedSequence(seed, spawn_key=(zlib.crc32(name.encode()), *key))
    return np.random.Generator(np.random.PCG64(sequence))


def streams(seed: int, *names: str) -> tuple[np.random.Generator, ...]:
    """One generator for each name: `world, policy = streams(0, "world", "policy")`."""
    return tuple(stream(seed, name) for name in names)


def fresh_seed() -> int:
    """A new seed in [0, 2^31) from the operating system, for `--seed random`. Print it, to repeat."""
    return secrets.randbits(31)


class BlockGenerator:
    """Random numbers for many runs at once, each block of BLOCK runs with a stream of its own.

    It answers the calls of `np.random.Generator` that policies need, always with a leading axis of
    all R runs: `random(n_runs)` or `random((n_runs, n_arms))`. Row i depends on the seed, the name and
    the block that run i belongs to, never on which other blocks are in the batch: that is why results
    do not depend on how work is split.

    Assumes that every call asks for all R runs; a call for some of them raises ValueError.
    Cost: single uniforms are drawn CHUNK rounds ahead, about 3 ns each.
    """

    BLOCK = 128
    CHUNK = 256

    def __init__(self, seed: int, name: str, blocks: range):
        self.n_runs = len(blocks) * self.BLOCK
        self._ahead = [stream(seed, name + "/uniform", block) for block in blocks]
        self._direct = [stream(seed, name, block) for block in blocks]
        self._uniforms = np.empty((self.CHUNK, self.n_runs))
        self._next = self.CHUNK

    def random(self, size: int | tuple[int, ...]) -> np.ndarray:
        """Uniforms in [0, 1) of shape `size`, (R,) or (R, ...)."""
        if size == self.n_runs or size == (self.n_runs,):
            return self._uniform_round()
        return self._per_block("random", (), size)

    def integers(self, low: int, high: int | None = None, size: int | tuple[int, ...] = 1):
        """Integers in [low, high), or in [0, low) without `high`, of shape (R,) or (R, ...)."""
        return self._per_block("integers", (low, high), size)

    def standard_normal(self, size: int | tuple[int, ...]) -> np.ndarray:
        """Normal numbers of mean 0 and variance 1, of shape (R,) or (R, ...)."""
        return self._per_block("standard_normal", (), size)

    def _uniform_round(self) -> np.ndarray:
        if self._next == self.CHUNK:
            for i, generator in enumerate(self._ahead):
                columns = slice(i * self.BLOCK, (i + 1) * self.BLOCK)
                self._uniforms[:, columns] = generator.random((self.CHUNK, self.BLOCK))
            self._next = 0
        self._next += 1
        return self._uniforms[self._next - 1].copy()

    def _per_block(self, method: str, args: tuple, size: int | tuple[int, ...]) -> np.ndarray:
        shape = (size,) if isinstance(size, int) else tuple(size)
        if shape[:1] != (self.n_runs,):
            raise ValueError(f"size must begin with all {self.n_runs} runs; got {shape}")
        shape = (self.BLOCK, *shape[1:])
        return np.concatenate([getattr(g, method)(*args, size=shape) for g in self._direct])
