"""Bi-level learning from episodes only, without the exact gradients that hide what sparse means.

Each run plays a batch of episodes with its softmax policy. The score estimates the gradient of J for every
feature of the reward at once, from the same episodes, for it is linear in the reward:

    g_k = mean over episodes of sum over t of gamma^t (return of f_k from t on - baseline) d log policy

The inner step goes along sum over k of w_k g_k. One step back through it, the weights' gradient is g_1 . g_k,
the agreement of what the true reward wants and what feature k teaches. g_1 comes from one half of the batch
and g_k from the other, or the noise that they share would count as agreement. Without a true reward seen g_1
is 0, and nothing can be learnt about the weights: no signal, no rescue.

In this file: `Episodes` and `play`; `score_gradients`; `sampled_barfi`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import softmax

from simlib.shaping.barfi import Barfi, mixed
from simlib.shaping.softmax_policy import Worlds, solve
from simlib.shaping.weight_ascent import WeightAscent
from simlib.validate import check_array, check_int, check_real


@dataclass(frozen=True)
class Episodes:
    """B episodes of at most T steps in each of R runs."""

    state: np.ndarray  # (R, B, T) int
    action: np.ndarray  # (R, B, T) int
    alive: np.ndarray  # (R, B, T) bool: the step was made


def play(worlds: Worlds, policy: np.ndarray, batch: int, horizon: int, rng: np.random.Generator) -> Episodes:
    """`batch` episodes of a policy (R, S, A) in each run, cut off after `horizon` steps.

    A state whose actions lead nowhere is the end of an episode.
    """
    runs = np.arange(len(policy))[:, None]
    (follows, up_to), chosen = worlds.successors, policy.cumsum(axis=-1)
    ends = up_to[:, :, 0, -1] < 0.5
    state = _drawn(
        np.broadcast_to(worlds.start.cumsum(axis=-1)[:, None], (len(policy), batch, ends.shape[1])), rng
    )
    alive, seen = ~ends[runs, state], []
    for _ in range(horizon):
        action = _drawn(chosen[runs, state], rng)
        seen.append((state, action, alive))
        slot = _drawn(up_to[runs, state, action], rng)
        state = np.where(alive, follows[runs, state, action, slot], state)
        alive = alive & ~ends[runs, state]
    return Episodes(*(np.stack(column, axis=-1) for column in zip(*seen, strict=True)))


def score_gradients(
    episodes: Episodes, policy: np.ndarray, features: np.ndarray, discount: float
) -> np.ndarray:
    """The estimated gradient of J in the logits for each feature: (R, K, S, A), from features (R, K, S, A).

    The baseline of a step is the mean return from the same step on of the other episodes, so the estimate's
    mean is the exact gradient, up to what lies behind the horizon. Needs at least two episodes.
    Source: [Williams1992]
    """
    n_runs, batch, horizon = episodes.state.shape
    runs = np.arange(n_runs)[:, None, None]
    reward = features[runs, :, episodes.state, episodes.action] * episodes.alive[..., None]  # (R, B, T, K)
    to_go = np.zeros_like(reward)
    after = np.zeros_like(reward[:, :, 0])
    for t in range(horizon - 1, -1, -1):
        after = reward[:, :, t] + discount * after
        to_go[:, :, t] = after
    others = (to_go.sum(axis=1, keepdims=True) - to_go) / (batch - 1)
    weight = (to_go - others) * (episodes.alive * discount ** np.arange(horizon))[..., None] / batch
    n_states, n_actions = policy.shape[1:]
    pair = (runs * n_states + episodes.state) * n_actions + episodes.action
    taken = np.stack(
        [
            np.bincount(pair.ravel(), w.ravel(), policy.size).reshape(policy.shape)
            for w in np.moveaxis(weight, -1, 0)
        ],
        axis=1,
    )
    return taken - taken.sum(axis=-1, keepdims=True) * policy[:, None]


def sampled_barfi(
    worlds: Worlds,
    features: np.ndarray,
    rng: np.random.Generator,
    *,
    steps: int = 200,
    batch: int = 16,
    horizon: int = 40,
    rate: float = 4.0,
    outer_rate: float = 0.05,
    weights: np.ndarray | None = None,
) -> Barfi:
    """`steps` inner steps of REINFORCE on the mixed reward, with a step of the weights after each.

    features (R, K, S, A), the true reward first; weights (R, K), by default 1; batch even and >= 4, episodes
    of each step; outer_rate 0 freezes the weights, which makes it the plain learner.

    Source: [Gupta2023]
    Differs: one inner step is unrolled, where the paper solves the implicit equation; the weights keep their
    length.
    """
    f = check_array("features", features, shape=(len(worlds.start), None, *worlds.transition.shape[1:3]))
    half = check_int("batch", batch, low=4) // 2
    first = np.ones(f.shape[:2]) if weights is None else np.array(weights, dtype=float)
    ascent = WeightAscent(first, check_real("outer_rate", outer_rate))
    logits = np.zeros(worlds.transition.shape[:3])
    for _ in range(steps):
        policy = softmax(logits, axis=-1)
        parts = [play(worlds, policy, half, horizon, rng) for _ in range(2)]
        one, two = (score_gradients(part, policy, f, worlds.discount) for part in parts)
        logits = logits + rate * mixed(ascent.weights, (one + two) / 2)
        if outer_rate:
            agree = np.einsum("rsa,rksa->rk", one[:, 0], two) + np.einsum("rsa,rksa->rk", two[:, 0], one)
            ascent.step(agree)
        else:
            ascent.stay()
    worth = solve(worlds, logits, f[:, 0]).worth
    return Barfi(logits, ascent.weights, worth, np.stack(ascent.path), steps)


def _drawn(up_to: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """One index for each row of cumulated probabilities (..., n): (...)."""
    u = rng.random(up_to.shape[:-1])
    return np.minimum((u[..., None] >= up_to).sum(axis=-1), up_to.shape[-1] - 1)
