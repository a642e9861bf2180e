"""Named streams: equal where they should be, unrelated where they should not."""

import numpy as np
import pytest
from scipy import stats

from simlib.rng import BlockGenerator, fresh_seed, stream, streams
from simlib.stats import ALPHA, check_mean, detectable_gap


def test_a_stream_depends_on_seed_name_and_key_only():
    first = stream(3, "world").random(4)
    stream(3, "other").random(100)
    assert np.array_equal(stream(3, "world").random(4), first)
    for other in (stream(4, "world"), stream(3, "policy"), stream(3, "world", 0)):
        assert not np.array_equal(other.random(4), first)


def test_streams_gives_one_stream_for_each_name():
    world, policy = streams(5, "world", "policy")
    assert world.random() == stream(5, "world").random()
    assert policy.random() == stream(5, "policy").random()


def test_fresh_seeds_differ():
    assert len({fresh_seed() for _ in range(20)}) > 15


def test_a_block_draws_the_same_numbers_in_any_batch():
    together = BlockGenerator(1, "policy", range(4))
    apart = [BlockGenerator(1, "policy", range(b, b + 1)) for b in range(4)]
    for _ in range(300):  # past the end of a chunk
        parts = np.concatenate([g.random(g.n_runs) for g in apart])
        assert np.array_equal(together.random(together.n_runs), parts)
    for method, args in (("random", ()), ("standard_normal", ())):
        parts = np.concatenate([getattr(g, method)(*args, size=(128, 3)) for g in apart])
        assert np.array_equal(getattr(together, method)(*args, size=(512, 3)), parts)
    parts = np.concatenate([g.integers(7, size=(128,)) for g in apart])
    assert np.array_equal(together.integers(7, size=(512,)), parts)


def test_laws_with_parameters_give_each_block_its_own_rows():
    # parameters below and above 1 take two roads in the sampler, and a varying number of tries
    a, b = np.random.default_rng(0).gamma(1.0, 3.0, size=(2, 512, 3)) + 0.05
    together = BlockGenerator(1, "policy", range(4))
    apart = [BlockGenerator(1, "policy", range(i, i + 1)) for i in range(4)]
    rows = [slice(128 * i, 128 * i + 128) for i in range(4)]
    for _ in range(20):
        parts = np.concatenate([g.beta(a[r], b[r]) for g, r in zip(apart, rows, strict=True)])
        assert np.array_equal(together.beta(a, b), parts)
        parts = np.concatenate([g.standard_gamma(a[r]) for g, r in zip(apart, rows, strict=True)])
        assert np.array_equal(together.standard_gamma(a), parts)


def test_beta_and_gamma_numbers_follow_their_laws(seed):
    # each place its own parameters: the distribution function makes uniforms of all of them
    rng = BlockGenerator(seed, "law", range(64))
    a, b = np.full(rng.n_runs, 0.4), np.full(rng.n_runs, 2.0)
    a[::2], b[::2] = 5.0, 3.0
    beta, gamma = stats.beta(a, b).cdf(rng.beta(a, b)), stats.gamma(a).cdf(rng.standard_gamma(a))
    for uniform in (beta[::2], beta[1::2], gamma[::2], gamma[1::2]):
        assert detectable_gap(len(uniform), alpha=ALPHA / 4) <= 0.08
        check_mean(uniform, 0.5, 0, 1, ALPHA / 4)


def test_parameters_for_some_of_the_runs_are_refused():
    rng = BlockGenerator(1, "policy", range(2))
    with pytest.raises(ValueError, match=r"one shape and begin with all 256 runs; got \(3,\) and \(3,\)"):
        rng.beta(np.ones(3), np.ones(3))
    with pytest.raises(ValueError, match=r"one shape .*; got \(256, 2\) and \(256, 1\)"):
        rng.beta(np.ones((256, 2)), np.ones((256, 1)))


def test_what_was_drawn_is_not_overwritten_by_the_next_draw():
    rng = BlockGenerator(1, "policy", range(1))
    first = rng.random(128)
    kept = first.copy()
    first += 1
    rng.random(128)
    assert np.array_equal(first, kept + 1)


def test_a_draw_for_some_of_the_runs_is_refused():
    rng = BlockGenerator(1, "policy", range(2))
    with pytest.raises(ValueError, match="size must begin with all 256 runs; got \\(3,\\)"):
        rng.random(3)


def test_uniforms_have_the_mean_of_uniforms(seed):
    rng = BlockGenerator(seed, "law", range(8))
    values = np.concatenate([rng.random(1024) for _ in range(100)])
    assert detectable_gap(len(values), alpha=ALPHA) <= 0.02
    check_mean(values, 0.5, 0, 1)
