"""Contexts: the samplers' laws, splits, and the variance of values against its definition."""

import numpy as np
import pytest

from simlib.mdp.arms_cmdp import ArmsCMDP
from simlib.mdp.context import Drifting, Finite, Fresh, Mixture, seen_state, split, value_variance
from simlib.mdp.policy_iteration import policy_iteration
from simlib.mdp.tabular import TabularMDP
from simlib.stats import check_counts, check_prob, detectable_gap

N = 20_000


def drawn(sampler, rng, episodes=1, n_runs=N):
    """Contexts (episodes, R) of a sampler from its reset on."""
    sampler.reset(n_runs, rng)
    return np.array([sampler.draw(rng) for _ in range(episodes)])


def test_finite_contexts_have_their_probabilities(seed):
    probs = np.array([0.2, 0.5, 0.3])
    assert detectable_gap(N, p=0.5) < 0.03
    (contexts,) = drawn(Finite(3, probs), np.random.default_rng(seed))
    check_counts(np.bincount(contexts, minlength=3), probs)


def test_fresh_contexts_never_repeat():
    contexts = drawn(Fresh(5), np.random.default_rng(0), episodes=40, n_runs=3)
    assert np.array_equal(contexts, np.repeat(np.arange(5, 45)[:, None], 3, axis=1))


def test_a_mixture_is_the_shared_context_as_often_as_asked(seed):
    sampler = Mixture(0.3, Fresh(1))
    (contexts,) = drawn(sampler, np.random.default_rng(seed))
    assert detectable_gap(N, p=0.3) < 0.03
    assert set(sampler.shared) == {1}
    check_prob(int((contexts == 1).sum()), N, 0.3)
    assert set(np.unique(contexts)) == {1, 2}


def test_each_run_of_a_mixture_has_a_shared_context_of_its_own():
    sampler = Mixture(1.0, Finite(50))
    contexts = drawn(sampler, np.random.default_rng(1), episodes=6, n_runs=30)
    assert np.array_equal(contexts, np.tile(sampler.shared, (6, 1)))
    assert len(set(sampler.shared)) > 15


def test_drifting_contexts_move_to_both_neighbours(seed):
    n = N
    contexts = drawn(Drifting(7, 0.4), np.random.default_rng(seed), episodes=2, n_runs=n)
    check_counts(np.bincount(contexts[0], minlength=7), np.full(7, 1 / 7))
    moved = (contexts[1] - contexts[0]) % 7
    check_counts(np.bincount(moved, minlength=7), np.array([0.6, 0.2, 0, 0, 0, 0, 0.2]))
    assert detectable_gap(n, p=0.2, alpha=1e-6 / 7) < 0.03


def test_visible_contexts_name_states_apart():
    state, context = np.array([2, 0]), np.array([1, 3])
    assert list(seen_state(state, context, 5, visible=True)) == [7, 15]
    assert list(seen_state(state, context, 5, visible=False)) == [2, 0]


def test_a_split_holds_out_inside_and_outside():
    parameter = np.array([0.9, 0.1, 0.5, 0.3, 0.7, 0.4, 0.2, 0.6])
    parts = split(parameter, 0.2, 0.7, 0.5, np.random.default_rng(0))
    assert list(parts.extrapolation) == [0, 1]
    assert len(parts.interpolation) == 3
    assert {4, 6} <= set(parts.train)  # the outermost inside: 0.7 and 0.2
    together = np.concatenate([parts.train, parts.interpolation, parts.extrapolation])
    assert sorted(together) == list(range(8))


def two_worlds(value):
    """Two states; state 0 pays `value` and goes to the end, state 1."""
    return TabularMDP(np.array([[[0.0, 1.0]], [[0.0, 1.0]]]), np.array([[value], [0.0]]), terminal=1)


def test_the_variance_on_paper():
    # values 2, 4 and 9 of state 0, with probabilities 1/2, 1/4, 1/4: mean 4.25, variance 8.1875
    worlds, phi = [two_worlds(v) for v in (2.0, 4.0, 9.0)], [[0, 1]] * 3
    variance, average = value_variance(worlds, phi, [0.5, 0.25, 0.25])
    assert variance == pytest.approx([8.1875, 0])
    assert average == pytest.approx(8.1875 / 2)


def test_names_that_no_state_has_are_nan():
    variance, average = value_variance([two_worlds(1.0)], [[2, 0]])
    assert np.isnan(variance).tolist() == [False, True, False]
    assert average == 0


def test_the_variance_of_the_arms_is_that_of_their_plans():
    arms = ArmsCMDP(3, 4, 5)
    worlds = [arms.to_mdp(False, goal) for goal in range(3)]
    values = np.array([policy_iteration(world).value for world in worlds])
    variance, average = value_variance(worlds, [np.arange(arms.n_places)] * 3)
    assert variance == pytest.approx(values.var(axis=0), abs=1e-12)
    assert average == pytest.approx(values.var(axis=0).mean(), abs=1e-12)
    assert variance[0] == pytest.approx(0, abs=1e-12)  # from the hub all arms are equally far
    assert variance[1] > 0.001


def test_fresh_arms_are_all_alike_once_places_correspond():
    arms = ArmsCMDP(3, 4, 5)
    assert value_variance([arms.to_mdp(True)] * 4, [np.arange(arms.n_places)] * 4)[1] == pytest.approx(0)


def test_the_value_of_a_given_policy_may_be_meant():
    arms = ArmsCMDP(2, 2, 2)
    worlds, always = [arms.to_mdp(False, goal) for goal in (0, 1)], np.zeros(5, int)  # always into arm 0
    variance, _ = value_variance(worlds, [np.arange(5)] * 2, policies=[always, always])
    assert variance[0] == pytest.approx((0.95 / 2) ** 2)  # 0.95 in one, 0 in the other


def test_bad_arguments_are_refused():
    with pytest.raises(ValueError, match="probs must be >= 0 and sum to 1"):
        Finite(2, [0.5, 0.6])
    with pytest.raises(ValueError, match="sharing must be a number"):
        Mixture(1.5, Fresh())
    with pytest.raises(ValueError, match="held_out must leave the two outermost"):
        split(np.arange(4), 0, 3, 0.9, np.random.default_rng(0))
