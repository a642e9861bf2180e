"""Let a learner find out by itself how much of a given bonus to believe (BARFI).

Two levels. Inside, a policy climbs the mixed reward that it is given; outside, the weights of the mixture
climb the true worth of the policy that comes out:

    r = sum over k of w_k f_k,     inner: logits -> near the top of J_r(logits) - decay / 2 |logits|^2
                                   outer: w -> up the true J(logits(w))

f_1 is the true reward, f_2 a bonus of unknown quality. How the inner result answers to w is the hard part. At
the top of the inner hill the gradient g is zero and stays zero when w moves, which gives the implicit form:

    dlogits/dw_k = -H^(-1) dg/dw_k,    dJ/dw_k = -(dJ/dlogits)' H^(-1) dg/dw_k

Short of the top, one goes back through the inner steps one by one: the unrolled form.

In this file: `mixed`, `climb` with its `Path`; `conjugate_gradients`; `implicit`, `unrolled`, and `by_weight`
that both end with; `barfi` and its `Barfi`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from simlib.shaping.softmax_policy import Worlds, gradient, hessian_times, solve, visits_along
from simlib.shaping.weight_ascent import WeightAscent
from simlib.validate import check_array, check_int, check_real


def mixed(weights: np.ndarray, features: np.ndarray) -> np.ndarray:
    """r(s, a) = sum over k of w_k f_k(s, a), (R, S, A), for features (R, K, S, A).

    weights (R, K), or (R, K, S): one for each state.
    """
    w = weights[..., None] if weights.ndim == 3 else weights[..., None, None]
    return (w * features).sum(axis=1)


@dataclass(frozen=True)
class Path:
    """The inner ascent: the logits before each of its steps, and after the last one."""

    logits: list[np.ndarray]  # n + 1 of (R, S, A)
    rate: float
    decay: float


def climb(
    worlds: Worlds, reward: np.ndarray, logits: np.ndarray, steps: int, rate: float, decay: float
) -> Path:
    """`steps` steps logits += rate * (gradient of J - decay * logits), by exact gradients."""
    path = [logits]
    for _ in range(steps):
        g = gradient(solve(worlds, path[-1], reward))
        path.append(path[-1] + rate * (g - decay * path[-1]))
    return Path(path, rate, decay)


def conjugate_gradients(
    times: Callable[[np.ndarray], np.ndarray], right: np.ndarray, iterations: int
) -> np.ndarray:
    """x with times(x) = right for each run, after so many iterations; right (R, ...).

    Assumes that `times` is symmetric. A run stops where its direction no longer curves upwards, for there the
    matrix is not positive definite and the method would run away.
    """
    axes = tuple(range(1, right.ndim))

    def dot(a: np.ndarray, b: np.ndarray) -> np.ndarray:
        return (a * b).sum(axis=axes, keepdims=True)

    x, left, direction = np.zeros_like(right), right, right
    size, first = dot(left, left), dot(right, right)
    going = size > 0
    for _ in range(iterations):
        product = times(direction)
        curve = dot(direction, product)
        going = going & (curve > 0) & (size > 1e-24 * first)
        if not going.any():
            break
        step = np.where(going, size / np.where(going, curve, 1), 0)
        x, left = x + step * direction, left - step * product
        fresh = dot(left, left)
        direction = left + np.where(going, fresh / np.where(going, size, 1), 0) * direction
        size = fresh
    return x


def implicit(
    worlds: Worlds, path: Path, weights: np.ndarray, features: np.ndarray, iterations: int, damping: float
) -> np.ndarray:
    """dJ/dw, of the shape of `weights`, as if the inner ascent had ended on its hilltop.

    Solves ((decay + damping) I - H) x = dJ/dlogits by conjugate gradients; damping >= 0 keeps the matrix
    definite where the hilltop is not reached yet. Right up to damping and iterations where the inner gradient
    is 0.

    Source: [Gupta2023]
    """
    here = solve(worlds, path.logits[-1], mixed(weights, features))
    up = gradient(here.with_reward(features[:, 0]))
    x = conjugate_gradients(lambda v: (path.decay + damping) * v - hessian_times(here, v), up, iterations)
    return by_weight(visits_along(here, x), weights, features)


def unrolled(
    worlds: Worlds,
    path: Path,
    weights: np.ndarray,
    features: np.ndarray,
    iterations: int = 0,
    damping: float = 0.0,
) -> np.ndarray:
    """dJ/dw, of the shape of `weights`, exactly, through all steps of the path, last one first.

    The first logits count as given. iterations and damping are not looked at.
    Cost: one solved policy for each step, as the ascent itself.
    """
    reward = mixed(weights, features)
    x = gradient(solve(worlds, path.logits[-1], features[:, 0]))
    total = np.zeros_like(weights)
    for logits in reversed(path.logits[:-1]):
        here = solve(worlds, logits, reward)
        total += path.rate * by_weight(visits_along(here, x), weights, features)
        x = x + path.rate * (hessian_times(here, x) - path.decay * x)
    return total


@dataclass(frozen=True)
class Barfi:
    """What came of it, for R runs."""

    logits: np.ndarray  # (R, S, A)
    weights: np.ndarray  # (R, K) or (R, K, S)
    worth: np.ndarray  # (R,), by the true reward f_1
    weight_path: np.ndarray  # (outer + 1, *weights.shape)
    inner_steps: int  # taken in all


def barfi(
    worlds: Worlds,
    features: np.ndarray,
    *,
    outer: int = 20,
    inner: int = 15,
    warm: int = 30,
    rate: float = 4.0,
    decay: float = 1e-3,
    outer_rate: float = 0.5,
    iterations: int = 10,
    damping: float = 0.1,
    hypergradient: Callable[..., np.ndarray] = implicit,
    weights: np.ndarray | None = None,
) -> Barfi:
    """`warm` inner steps, then `outer` times a step of the weights and `inner` inner steps from where it is.

    features (R, K, S, A), the true reward first; weights (R, K) or (R, K, S): where to begin, by default 1.
    outer_rate: 0 freezes the weights, which makes it the plain learner; below 0 they go down.

    Source: [Gupta2023]
    Differs: exact gradients of a known tabular world, few of which stand in for few samples; the discount is
    not learnt; the weights keep their length, and move by Adam along the direction of the gradient only.
    """
    f = check_array("features", features, shape=(len(worlds.start), None, *worlds.transition.shape[1:3]))
    for name, count in (("outer", outer), ("inner", inner), ("warm", warm)):
        check_int(name, count, low=0)
    first = np.ones(f.shape[:2]) if weights is None else np.array(weights, dtype=float)
    ascent = WeightAscent(first, check_real("outer_rate", outer_rate))
    at = np.zeros(worlds.transition.shape[:3])
    path = climb(worlds, mixed(first, f), at, warm, rate, decay)
    for _ in range(outer):
        if outer_rate:
            ascent.step(hypergradient(worlds, path, ascent.weights, f, iterations, damping))
        else:
            ascent.stay()
        path = climb(worlds, mixed(ascent.weights, f), path.logits[-1], inner, rate, decay)
    worth = solve(worlds, path.logits[-1], f[:, 0]).worth
    return Barfi(path.logits[-1], ascent.weights, worth, np.stack(ascent.path), warm + outer * inner)


def by_weight(by_reward: np.ndarray, weights: np.ndarray, features: np.ndarray) -> np.ndarray:
    """The derivative by each weight, from that by each reward (R, S, A)."""
    axes = (-1,) if weights.ndim == 3 else (-2, -1)
    return (by_reward[:, None] * features).sum(axis=axes)
