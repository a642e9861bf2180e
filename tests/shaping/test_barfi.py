"""Hypergradients: finite differences, two roads to one number, and what becomes of a bad bonus."""

import numpy as np
import pytest

from simlib.mdp.gridworld import GridWorld
from simlib.shaping.barfi import Path, barfi, climb, conjugate_gradients, implicit, mixed, unrolled
from simlib.shaping.naive import closer, distances, presence
from simlib.shaping.softmax_policy import Worlds, gradient, solve


def lured(n=4, runs=2, trap=(0, -1), slip=0.1):
    """A square with a goal in one corner and a bonus that leads to another; features (runs, 2, S, A)."""
    rows = ["." * n] * n
    rows[0], rows[-1] = "S" + "." * (n - 1), "." * (n - 1) + "G"
    mdp = GridWorld("\n".join(rows), slip=slip)
    at = mdp.state_at(trap[0] % n, trap[1] % n)
    bonus = closer(mdp, distances(mdp, at)) + presence(mdp, at)
    mean = 0.1 * (mdp.transition.successors().probs * bonus).sum(axis=-1)
    return Worlds.of([mdp] * runs), np.stack([np.stack([mdp.reward, mean])] * runs)


def end_of(worlds, features, weights, steps, rate=2.0, decay=0.02):
    logits = np.zeros(worlds.transition.shape[:3])
    return climb(worlds, mixed(weights, features), logits, steps, rate, decay)


def slopes(worlds, features, weights, steps, h=1e-5, **kw):
    """dJ/dw by finite differences, one weight at a time."""
    out = np.zeros_like(weights)
    for place in np.ndindex(weights.shape[1:]):
        ends = []
        for sign in (1, -1):
            moved = weights.copy()
            moved[(slice(None), *place)] += sign * h
            ends.append(
                solve(worlds, end_of(worlds, features, moved, steps, **kw).logits[-1], features[:, 0]).worth
            )
        out[(slice(None), *place)] = (ends[0] - ends[1]) / (2 * h)
    return out


def test_the_mixture_on_paper():
    features = np.array([[[[1.0, 2.0], [0.0, 4.0]], [[10.0, 0.0], [20.0, 30.0]]]])
    assert mixed(np.array([[2.0, 0.5]]), features)[0].tolist() == [[7, 4], [10, 23]]
    by_state = mixed(np.array([[[2.0, 1.0], [0.5, -1.0]]]), features)
    assert by_state[0].tolist() == [[7, 4], [-20, -26]]


def test_one_step_back_is_the_product_of_two_gradients():
    worlds, features = lured()
    weights = np.array([[1.0, 0.5], [0.3, -0.2]])
    path = end_of(worlds, features, weights, 1)
    start, end = (solve(worlds, logits, features[:, 0]) for logits in path.logits)
    up = gradient(end)
    want = [2.0 * (up * gradient(start.with_reward(features[:, k]))).sum(axis=(1, 2)) for k in (0, 1)]
    assert unrolled(worlds, path, weights, features) == pytest.approx(np.stack(want, axis=-1))


def test_unrolled_is_the_slope_of_the_whole_ascent():
    worlds, features = lured()
    weights = np.array([[1.0, 0.5], [1.0, -0.8]])
    got = unrolled(worlds, end_of(worlds, features, weights, 25), weights, features)
    assert got == pytest.approx(slopes(worlds, features, weights, 25), rel=1e-5, abs=1e-8)


def test_unrolled_by_state_is_the_slope_too():
    worlds, features = lured(n=3)
    weights = np.random.default_rng(0).normal(1, 0.3, (2, 2, 9))
    got = unrolled(worlds, end_of(worlds, features, weights, 10), weights, features)
    assert got == pytest.approx(slopes(worlds, features, weights, 10), rel=1e-4, abs=1e-8)


def test_implicit_is_what_unrolled_becomes_on_the_hilltop():
    worlds, features = lured(n=3)
    weights = np.array([[1.0, 0.5], [1.0, -0.8]])
    path = end_of(worlds, features, weights, 3000, rate=2.0, decay=0.05)
    far, near = (
        np.abs(
            implicit(worlds, Path(path.logits[: n + 1], 2.0, 0.05), weights, features, 200, 0.0)
            - unrolled(worlds, Path(path.logits[: n + 1], 2.0, 0.05), weights, features)
        ).max()
        for n in (20, 3000)
    )
    assert near < 1e-6
    assert far > 100 * near


def test_conjugate_gradients_solve_each_run(seed):
    rng = np.random.default_rng(seed)
    factor = rng.normal(size=(3, 6, 6))
    matrix = factor @ factor.swapaxes(1, 2) + np.eye(6)
    right = rng.normal(size=(3, 6))
    got = conjugate_gradients(lambda v: (matrix @ v[..., None])[..., 0], right, 50)
    assert got == pytest.approx(np.linalg.solve(matrix, right[..., None])[..., 0])


def test_conjugate_gradients_stop_where_the_curve_turns_down():
    diagonal = np.array([[2.0, 4.0], [-1.0, 3.0]])
    got = conjugate_gradients(lambda v: diagonal * v, np.array([[2.0, 4.0], [5.0, 0.1]]), 10)
    assert got == pytest.approx(np.array([[1.0, 1.0], [0.0, 0.0]]))


def test_a_bad_bonus_is_turned_against_itself_and_a_flipped_sign_fails():
    worlds, features = lured(n=5)
    good, flipped, frozen = (barfi(worlds, features, outer_rate=rate) for rate in (0.5, -0.5, 0.0))
    assert (good.worth > frozen.worth + 0.5).all()
    assert (flipped.worth < 0.05).all()
    assert (good.weights[:, 1] < 0).all()
    assert (good.weights[:, 0] > 0).all()
    assert (frozen.weights == 1).all()


def test_the_weights_keep_their_length_and_the_steps_are_counted():
    worlds, features = lured()
    result = barfi(worlds, features, outer=4, inner=3, warm=2)
    assert np.linalg.norm(result.weight_path, axis=-1) == pytest.approx(np.full((5, 2), np.sqrt(2)))
    assert result.inner_steps == 14
    plain = climb(worlds, features.sum(axis=1), np.zeros((2, 16, 4)), 14, 4.0, 1e-3)
    frozen = barfi(worlds, features, outer=4, inner=3, warm=2, outer_rate=0)
    assert frozen.logits == pytest.approx(plain.logits[-1])
