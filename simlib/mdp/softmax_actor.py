"""The policy gradient in tables: a softmax policy and a baseline for each learner, kind of episode and place.

    theta(., s) += rate * sum over visits of [advantage * grad log pi(a | s) + entropy * grad H(pi(. | s))]

All visits of an update share one policy, so the sum needs no loop: with W(a, s) the sum of the advantages of
the visits of s that took a, and n(s) their number, it is

    W(a, s) - pi(a | s) sum over b of W(b, s) - entropy * n(s) * pi(a | s) (log pi(a | s) + H(pi(. | s)))

Actions are the first axis, so that sums over them run along memory.

In this file: `policy_step`, `returns`; `SoftmaxActor`, the tables.
"""

from __future__ import annotations

from itertools import accumulate

import numpy as np
from scipy.special import softmax


def policy_step(probs: np.ndarray, weight: np.ndarray, visits: np.ndarray, entropy: float) -> np.ndarray:
    """The gradient above for policies probs (A, ...); weight W (A, ...), visits n (...)."""
    log_probs = np.log(np.maximum(probs, 1e-300))
    surprise = log_probs - (probs * log_probs).sum(axis=0)
    return weight - probs * (weight.sum(axis=0) + entropy * visits * surprise)


def returns(reward: np.ndarray, alive: np.ndarray, discount: float) -> np.ndarray:
    """G_t = reward_t + discount * G_{t+1} along the first axis, 0 where an episode is over (alive False)."""
    total, after = np.zeros(reward.shape), np.zeros(reward.shape[1:])
    for t in range(len(reward) - 1, -1, -1):
        after = total[t] = np.where(alive[t], reward[t] + discount * after, 0.0)
    return total


class SoftmaxActor:
    """theta (A, cells) and the baseline (T, cells) of all learners; a cell is a learner's place.

    rate, baseline_rate: steps for each visit; entropy: weight of the entropy. All at first 0, so uniform.
    Afterwards: `probs` (A, cells), and `up_to` (A - 1, cells), these summed up to each action.
    """

    def __init__(
        self, n_cells: int, n_actions: int, horizon: int, rate: float, baseline_rate: float, entropy: float
    ):
        self.rate, self.baseline_rate, self.entropy = rate, baseline_rate, entropy
        self.theta, self.baseline = np.zeros((n_actions, n_cells)), np.zeros((horizon, n_cells))
        self.probs = softmax(self.theta, axis=0)
        self.up_to = self.probs.cumsum(axis=0)[:-1]

    def act(self, key: np.ndarray, u: np.ndarray) -> np.ndarray:
        """The action in each cell `key` by its policy: the uniform u in [0, 1) chooses. All of one shape."""
        return (u >= self.up_to.take(key, axis=1)).sum(axis=0)

    def learn(self, key: np.ndarray, action: np.ndarray, gain: np.ndarray, alive: np.ndarray) -> None:
        """One step from the visits (T, ...) of cells `key`, the actions taken and the returns `gain`."""
        n_cells = self.theta.shape[1]
        moment = np.arange(len(key)).reshape(-1, *[1] * (key.ndim - 1)) * n_cells + key
        advantage = np.where(alive, gain - self.baseline.ravel().take(moment), 0.0)
        np.add.at(self.baseline.reshape(-1), moment.ravel(), self.baseline_rate * advantage.ravel())
        visits = np.bincount(key.ravel(), alive.ravel().astype(float), n_cells)
        seen = np.flatnonzero(visits)
        number = np.zeros(n_cells, np.int64)  # of a cell among those seen; a step after the end adds 0 to any
        number[seen] = np.arange(len(seen))
        place = action * len(seen) + number.take(key)
        weight = np.bincount(place.ravel(), advantage.ravel(), self.theta.shape[0] * len(seen))
        weight = weight.reshape(-1, len(seen))
        probs, theta = self.probs.take(seen, axis=1), self.theta.take(seen, axis=1)
        theta += self.rate * policy_step(probs, weight, visits[seen], self.entropy)
        probs = softmax(theta, axis=0)
        self.theta[:, seen], self.probs[:, seen] = theta, probs
        self.up_to[:, seen] = list(accumulate(probs[:-1]))
