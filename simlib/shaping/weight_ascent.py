"""The outer step of bi-level learning: weights climb by the direction of a gradient, and keep their length.

The scale of a reward acts like the rate of a step. Weights that may grow learn to take longer steps, and a
gain from that is no gain from a bonus; so they stay on a sphere.

In this file: `WeightAscent`, and `at_length`.
"""

from __future__ import annotations

import numpy as np


class WeightAscent:
    """Adam's steps along gradients of length 1; after each the weights are scaled to their first length.

    weights (R, ...), where to begin; rate: the length of a step, 0 for none, below 0 for going down.
    Afterwards: `weights`, and `path`, all weights so far.
    """

    def __init__(self, weights: np.ndarray, rate: float):
        self.weights, self.rate, self.path = weights, rate, [weights]
        self.length = _length(weights)
        self.mean, self.square = np.zeros_like(weights), np.zeros_like(weights)

    def step(self, up: np.ndarray) -> None:
        """One step along a gradient of the weights' shape; one shorter than 1e-8 hardly counts."""
        k, unit = len(self.path), up / (_length(up) + 1e-8)
        self.mean = 0.9 * self.mean + 0.1 * unit
        self.square = 0.999 * self.square + 0.001 * unit**2
        move = self.mean / (1 - 0.9**k) / (np.sqrt(self.square / (1 - 0.999**k)) + 1e-8)
        self.stay(at_length(self.weights + self.rate * move, self.length))

    def stay(self, weights: np.ndarray | None = None) -> None:
        """Take these weights, by default those that are there, for the next in the path."""
        self.weights = self.weights if weights is None else weights
        self.path.append(self.weights)


def at_length(weights: np.ndarray, length: np.ndarray) -> np.ndarray:
    """The weights (R, ...) of each run scaled to a length (R, 1, ...); all zeros stay so."""
    now = _length(weights)
    return weights * np.where(now > 0, length / np.where(now > 0, now, 1), 1)


def _length(x: np.ndarray) -> np.ndarray:
    return np.sqrt((x**2).sum(axis=tuple(range(1, x.ndim)), keepdims=True))
