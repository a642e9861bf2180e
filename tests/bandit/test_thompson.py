"""Thompson sampling: the posteriors on paper, arms pulled as often as they are likely to be the best."""

import math

import numpy as np
import pytest
from scipy import integrate, stats
from scipy.special import ndtr

from simlib.bandit.bernoulli import BernoulliBandit
from simlib.bandit.gaussian import GaussianBandit
from simlib.bandit.simulate import simulate
from simlib.bandit.thompson import (
    BetaThompson,
    ConjugateThompson,
    GaussianThompson,
    beta_posterior,
    beta_sample,
    gaussian_posterior,
)
from simlib.bandit.ucb1 import UCB1
from simlib.rng import BlockGenerator
from simlib.stats import check_counts, check_mean, check_prob, detectable_gap


def test_the_beta_posterior_on_paper():
    # two heads and a tail from (1, 1); then a reward of 0.25 counts as a quarter of a head
    alpha, beta = 1.0, 1.0
    for reward in (1, 1, 0):
        alpha, beta = beta_posterior(alpha, beta, reward)
    assert (alpha, beta) == (3, 2)
    assert beta_posterior(alpha, beta, 0.25) == (3.25, 2.75)


def test_the_gaussian_posterior_on_paper():
    # the same three rewards from N(0, 1) with noise 1: precision 1 + 3, mean 2/4 where Beta says 3/5
    mean, precision = 0.0, 1.0
    for reward in (1, 1, 0):
        mean, precision = gaussian_posterior(mean, precision, reward)
    assert (mean, precision) == pytest.approx((0.5, 4))
    # prior N(1, 1/4), noise 2: 4 + 1/4, and (4 * 1 + 3/4) / 4.25
    assert gaussian_posterior(1.0, 4.0, 3.0, noise=2.0) == pytest.approx((4.75 / 4.25, 4.25))


def test_the_beta_posterior_is_bayes_rule():
    # by brute force: prior times likelihood, divided by its integral
    grid = np.linspace(0, 1, 20001)
    weight = stats.beta(2, 3).pdf(grid) * grid**4 * (1 - grid)
    alpha, beta = 2.0, 3.0
    for reward in (1, 1, 0, 1, 1):
        alpha, beta = beta_posterior(alpha, beta, reward)
    density = weight / integrate.simpson(weight, x=grid)
    assert stats.beta(alpha, beta).pdf(grid) == pytest.approx(density, abs=1e-6)


def test_the_gaussian_posterior_is_bayes_rule():
    grid = np.linspace(-6, 8, 20001)
    weight, mean, precision = stats.norm(0.5, 2).pdf(grid), 0.5, 0.25
    for reward in (1.5, -0.5, 2.0):
        weight = weight * stats.norm(grid, 0.7).pdf(reward)
        mean, precision = gaussian_posterior(mean, precision, reward, noise=0.7)
    density = weight / integrate.simpson(weight, x=grid)
    assert stats.norm(mean, precision**-0.5).pdf(grid) == pytest.approx(density, abs=1e-6)


def first_pulled(policy, seed: int) -> tuple[int, int]:
    """How often arm 0 is pulled after it paid 1, 1, 0 and arm 1 nothing was asked of: (count, draws)."""
    rng = BlockGenerator(seed, "law", range(8))
    policy.reset(rng.n_runs, 2, 10)
    for reward in (1.0, 1.0, 0.0):
        policy.learn(np.zeros(rng.n_runs, dtype=int), np.full(rng.n_runs, reward))
    pulls = [policy.act(4, rng) for _ in range(40)]
    return int(sum((arm == 0).sum() for arm in pulls)), 40 * rng.n_runs


def test_an_arm_is_pulled_as_often_as_it_is_likely_to_be_the_best(seed):
    # Beta(3, 2) exceeds a uniform number with the probability of its mean, 3/5; N(1/2, 1/4) exceeds N(0, 1)
    # with probability Phi(0.5 / sqrt(1.25)) = 0.673. A policy that takes the best mean, or an upper quantile,
    # would always do the same.
    for policy, p in ((BetaThompson(), 0.6), (GaussianThompson(), float(ndtr(0.5 / math.sqrt(1.25))))):
        count, n = first_pulled(policy, seed)
        assert detectable_gap(n, p=p) <= 0.03
        check_prob(count, n, p)


def test_the_state_is_the_prior_and_the_sums_of_the_trace():
    rng = np.random.default_rng(3)
    beta, gauss = BetaThompson(2.0, 5.0), GaussianThompson(mean=0.25, sd=0.5, noise=0.75)
    for policy in (beta, gauss):
        policy.reset(6, 3, 80)
        pulls, sums = np.zeros((2, 6, 3))
        for t in range(1, 81):
            arm, reward = policy.act(t, rng), rng.random(6)
            policy.learn(arm, reward)
            pulls[np.arange(6), arm] += 1
            sums[np.arange(6), arm] += reward
        if policy is beta:
            assert policy.params[0] == pytest.approx(2 + sums)
            assert policy.params[1] == pytest.approx(5 + pulls - sums)
            assert np.array_equal(policy.predict(), ((2 + sums) / (7 + pulls)).argmax(axis=1))
        else:
            precision = 4 + pulls / 0.5625
            assert policy.params[1] == pytest.approx(precision)
            assert policy.params[0] == pytest.approx((4 * 0.25 + sums / 0.5625) / precision)
            assert np.array_equal(policy.predict(), policy.params[0].argmax(axis=1))


def test_what_looks_best_is_the_mean_and_not_the_number_of_heads():
    policy = BetaThompson()
    policy.reset(1, 2, 10)
    for arm, reward in ((0, 1), (0, 1), (0, 0), (0, 0), (1, 1)):
        policy.learn(np.array([arm]), np.array([float(reward)]))
    assert np.array_equal(policy.params[0], [[3, 2]])
    assert np.array_equal(policy.predict(), [1])  # 3/6 against 2/3


def test_beta_thompson_is_the_conjugate_one_with_its_pair():
    world, arms = BernoulliBandit([0.3, 0.6]), []
    pairs = {"x": BetaThompson(2, 3)}, {"x": ConjugateThompson((2, 3), beta_posterior, beta_sample)}
    for policies in pairs:
        arms.append(simulate(world, policies, 60, 128, progress=False).pulls["x"])
    assert np.array_equal(*arms)


def test_any_conjugate_pair_will_do(seed):
    # counts: rewards Poisson, means with a Gamma(shape, rate) prior; one reward adds (reward, 1)
    def update(shape, rate, reward):
        return shape + reward, rate + 1

    def sample(shape, rate, rng):
        return rng.standard_gamma(shape) / rate

    rng, luck = BlockGenerator(seed, "policy", range(2)), np.random.default_rng(seed)
    policy, truth = ConjugateThompson((1.0, 0.5), update, sample), np.array([1.0, 4.0, 2.0])
    policy.reset(rng.n_runs, 3, 200)
    late = []
    for t in range(1, 201):
        arm = policy.act(t, rng)
        policy.learn(arm, luck.poisson(truth[arm]).astype(float))
        late.append(np.mean(arm == 1))
    shape, rate = policy.params
    assert rate.sum(axis=1) == pytest.approx(3 * 0.5 + 200)
    assert (rate >= 0.5).all()
    assert (shape / rate).max() < 20
    assert np.mean(late[100:]) > 0.9  # uniform play: 1/3


def test_a_strong_prior_is_believed(seed):
    # a million heads imagined for every arm: 100 rewards move nothing, so both arms are pulled alike
    stubborn = BetaThompson(1e6, 1e6)
    result = simulate(BernoulliBandit([0.9, 0.1]), stubborn, 100, 1024, seed, progress=False)
    share = result.pulls[stubborn.label][:, 0] / 100
    assert detectable_gap(1024) <= 0.15
    check_mean(share, 0.5, 0, 1)


def test_without_noise_one_pull_tells_all(seed):
    # arm 1 pays 30 and is pulled for ever once it was tried; until then a coin decides in every round,
    # between two priors N(0, 1) or between one and the 0 that arm 0 paid
    policy = GaussianThompson(noise=1e-6)
    result = simulate(GaussianBandit([0.0, 30.0], sd=1e-6), policy, 40, 4096, seed, progress=False)
    lost = np.minimum(result.pulls[policy.label][:, 0], 3)
    check_counts(np.bincount(lost, minlength=4), [1 / 2, 1 / 4, 1 / 8, 1 / 8])


@pytest.mark.slow
def test_thompson_learns_faster_than_ucb1_and_the_wider_posterior_lies_between(seed):
    # coins have a standard deviation of 1/2 at most, so that noise 1 explores more than it must
    world, runs = BernoulliBandit([0.7] + [0.5] * 4), 512
    result = simulate(world, [BetaThompson(), GaussianThompson(), UCB1()], 2500, runs, seed, progress=False)
    for worse, better in (("UCB1", "Thompson Gaussian"), ("Thompson Gaussian", "Thompson Beta")):
        more = result.difference(worse, better)
        assert more.mean() - 6 * more.std() / math.sqrt(runs) > 5


def test_rewards_outside_the_unit_interval_are_refused():
    with pytest.raises(ValueError, match=r"rewards must be in \[0, 1\]; got -?\d"):
        simulate(GaussianBandit([0.5, 0.0]), BetaThompson(), 20, 128, progress=False)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: BetaThompson(alpha=0), r"alpha must .*; got 0"),
        (lambda: BetaThompson(beta=-1), r"beta must .*; got -1"),
        (lambda: GaussianThompson(sd=0), r"sd must .*; got 0"),
        (lambda: GaussianThompson(noise=0), r"noise must .*; got 0"),
        (lambda: GaussianThompson(mean=math.nan), r"mean must .*; got nan"),
        (lambda: ConjugateThompson(prior=3.0), r"prior must .*; got"),
    ],
)
def test_bad_priors_are_refused(make, said):
    with pytest.raises(ValueError, match=said):
        make()


def test_labels_show_a_prior_that_is_not_the_usual_one():
    assert (BetaThompson().label, BetaThompson(2, 0.5).label) == ("Thompson Beta", "Thompson Beta 2, 0.5")
    assert GaussianThompson(sd=0.5).label == "Thompson Gaussian 0, 0.5, noise 1"
