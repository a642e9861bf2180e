"""UCB-V, MOSS, KL-UCB, IMED and Bayes-UCB: on paper, beside their neighbours, and solved by another road."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import beta as beta_law

from simlib.bandit.bayes_ucb import BayesUCB, bayes_ucb_index
from simlib.bandit.bernoulli import BernoulliBandit
from simlib.bandit.imed import IMED, imed_index
from simlib.bandit.kl import bernoulli_kl
from simlib.bandit.kl_ucb import KLUCB, kl_ucb_index, kl_upper
from simlib.bandit.moss import MOSS, moss_index
from simlib.bandit.simulate import simulate
from simlib.bandit.ucb1 import ucb1_index
from simlib.bandit.ucb_v import UCBV, ucb_v_index

MEAN, PULLS = np.array([0.6, 0.5, 0.25]), np.array([40.0, 10.0, 4.0])


def trace(policy, means, horizon, n_runs=40, seed=0, coins=True):
    """Arms (T, R) and rewards (T, R) of a policy played by hand; of coins, or of Beta laws of these means."""
    rng = np.random.default_rng(seed)
    policy.reset(n_runs, len(means), horizon)
    arms, rewards = [], []
    for t in range(1, horizon + 1):
        arm = policy.act(t, rng)
        mean = np.asarray(means)[arm]
        reward = (rng.random(n_runs) < mean).astype(float) if coins else rng.beta(2 * mean, 2 - 2 * mean)
        policy.learn(arm, reward)
        arms.append(arm.copy())
        rewards.append(reward)
    return np.array(arms), np.array(rewards)


def rebuilt(arms, rewards, n_arms):
    """Pulls and reward sums (R, K) before each round, counted afresh: yields t, pulls, sums."""
    hot = arms[..., None] == np.arange(n_arms)
    pulls, sums = hot.cumsum(axis=0), (hot * rewards[..., None]).cumsum(axis=0)
    for t in range(n_arms + 1, len(arms) + 1):
        yield t, pulls[t - 2], sums[t - 2]


def test_neighbours_read_the_same_data_differently():
    heads, pulls, t = np.array([25.0, 4.0, 3.0, 1.0]), np.array([28.0, 5.0, 4.0, 3.0]), 41
    mean = heads / pulls
    assert ucb1_index(mean, pulls, t).argmax() == 2
    assert ucb_v_index(mean, mean * (1 - mean), pulls, t).argmax() == 3
    assert kl_ucb_index(mean, pulls, t).argmax() == 1
    assert bayes_ucb_index(1 + heads, 1 + pulls - heads, t).argmax() == 0
    assert imed_index(mean, pulls).argmin() == 2
    heads, pulls, t = np.array([0.0, 1.0, 9.0, 8.0]), np.array([3.0, 9.0, 14.0, 13.0]), 40
    mean = heads / pulls
    assert ucb1_index(mean, pulls, t).argmax() == 0
    assert moss_index(mean, pulls, 80).argmax() == 2
    assert kl_ucb_index(mean, pulls, t).argmax() == 2
    assert imed_index(mean, pulls).argmin() == 3


# UCB-V


def test_ucb_v_on_paper():
    # log t = 2, V = 1/4, n = 16: sqrt(2 * 1/4 * 2 / 16) = 1/4, and 3 * 2 / 16 = 3/8
    assert ucb_v_index(0.5, 0.25, 16, math.exp(2)) == pytest.approx(1.125)
    assert ucb_v_index(0.5, 0.25, 16, math.exp(2), zeta=2) == pytest.approx(0.5 + math.sqrt(0.125) + 0.75)


def test_a_small_variance_makes_ucb_v_surer_than_ucb1():
    pulls, t = np.array([1000.0]), 2000
    assert ucb_v_index(MEAN[:1], np.array([0.001]), pulls, t) < ucb1_index(MEAN[:1], pulls, t)
    assert ucb_v_index(MEAN[:1], np.array([0.25]), pulls, t) < ucb1_index(MEAN[:1], pulls, t) + 0.03


def test_the_variance_of_ucb_v_is_that_of_the_rewards_seen():
    policy, rng = UCBV(), np.random.default_rng(1)
    policy.reset(5, 2, 50)
    seen = [[[] for _ in range(2)] for _ in range(5)]
    for t in range(1, 51):
        arm, reward = policy.act(t, rng), rng.random(5)
        policy.learn(arm, reward)
        for run in range(5):
            seen[run][arm[run]].append(reward[run])
    want = [[np.var(rewards) for rewards in row] for row in seen]
    assert policy.squares / policy.pulls == pytest.approx(np.array(want))


# MOSS


def test_moss_on_paper():
    # T = 4 e^2 * 8 and K = 4, n = 8: log(T / (K n)) = 2, sqrt(2 / 8) = 1/2
    pulls = np.full(4, 8.0)
    assert moss_index(np.zeros(4), pulls, 32 * math.exp(2)) == pytest.approx(0.5)


def test_an_arm_that_had_its_share_has_no_radius():
    index = moss_index(MEAN, np.array([100.0, 99.0, 400.0]), 300)
    assert index[[0, 2]] == pytest.approx(MEAN[[0, 2]])
    assert index[1] > MEAN[1]


def test_moss_needs_the_horizon_and_ucb1_the_round():
    assert moss_index(MEAN, PULLS, 1000) != pytest.approx(moss_index(MEAN, PULLS, 10_000))
    assert moss_index(MEAN, PULLS, 1000) != pytest.approx(ucb1_index(MEAN, PULLS, 1000))


# KL-UCB


def test_kl_upper_on_paper():
    assert kl_upper(0, 0.7) == pytest.approx(1 - math.exp(-0.7))  # kl(0, q) = -log(1 - q)
    assert kl_upper(0.5, -0.5 * math.log(4 * 0.8 * 0.2)) == pytest.approx(
        0.8
    )  # kl(1/2, q) = -1/2 log 4q(1-q)
    assert kl_upper([0.3, 1.0, 0.0], [0.0, 0.0, 0.0]) == pytest.approx([0.3, 1, 0])
    assert kl_upper(1, 5.0) == 1


@given(st.floats(0, 0.999), st.floats(1e-6, 12))
def test_kl_upper_solves_its_equation(mean, budget):
    q = float(kl_upper(mean, budget))
    assert mean <= q <= 1
    below, above = max(q - 1e-10, mean), min(q + 1e-10, 1.0)
    assert float(bernoulli_kl(mean, below)) <= budget <= float(bernoulli_kl(mean, above))


def test_kl_ucb_is_below_ucb1_with_half_its_radius_squared():
    """Pinsker: kl >= 2 gap^2, so q <= mean + sqrt(log t / 2n), half of UCB1's radius."""
    index = kl_ucb_index(MEAN, PULLS, 55)
    assert (index < ucb1_index(MEAN, PULLS, 55, scale=0.5)).all()
    assert (index > MEAN).all()


def test_the_lazy_choice_is_that_of_all_indices():
    policy, means = KLUCB(), [0.9, 0.85, 0.5, 0.1, 0.02]
    arms, rewards = trace(policy, means, 600)
    rows = np.arange(arms.shape[1])
    for t, pulls, sums in rebuilt(arms, rewards, len(means)):
        index = kl_ucb_index(sums / pulls, pulls, t)
        assert (index[rows, arms[t - 1]] >= index.max(axis=1) - 1e-9).all()


def test_log_log_explores_more():
    assert (kl_ucb_index(MEAN, PULLS, 100, c=3) > kl_ucb_index(MEAN, PULLS, 100)).all()
    assert kl_ucb_index(MEAN, PULLS, 2, c=3) == pytest.approx(kl_ucb_index(MEAN, PULLS, 2))


# IMED


def test_imed_on_paper():
    mean, pulls = np.array([0.5, 0.25]), np.array([9.0, 4.0])
    # 4 kl(1/4, 1/2) + log 4 = 4 (3/4 log 3 - log 2) + 2 log 2 = 3 log 3 - 2 log 2
    assert imed_index(mean, pulls) == pytest.approx([math.log(9), 3 * math.log(3) - 2 * math.log(2)])


def test_imed_pulls_the_least_evidence_of_the_counts_made_afresh():
    arms, rewards = trace(IMED(), [0.7, 0.6, 0.0, 1.0], 300)
    rows = np.arange(arms.shape[1])
    for t, pulls, sums in rebuilt(arms, rewards, 4):
        mean = sums / pulls
        best = mean.max(axis=1, keepdims=True)
        kl = np.where(mean == best, 0, bernoulli_kl(mean, np.broadcast_to(best, mean.shape)))
        index = pulls * kl + np.log(pulls)
        assert (index[rows, arms[t - 1]] <= index.min(axis=1) + 1e-9).all()


# Bayes-UCB


def test_bayes_ucb_on_paper():
    # Beta(1, b): P(theta > q) = (1 - q)^b; Beta(a, 1): 1 - q^a
    assert bayes_ucb_index(1.0, 4.0, 16) == pytest.approx(0.5)
    assert bayes_ucb_index(2.0, 1.0, 4) == pytest.approx(math.sqrt(0.75))


def test_bayes_ucb_is_the_quantile_of_scipy_and_not_kl_ucb():
    heads, tails = np.array([24.0, 5.0, 1.0]), np.array([16.0, 5.0, 3.0])
    index = bayes_ucb_index(1 + heads, 1 + tails, 54)
    assert index == pytest.approx(beta_law.ppf(1 - 1 / 54, 1 + heads, 1 + tails))
    assert index != pytest.approx(kl_ucb_index(heads / (heads + tails), heads + tails, 54), rel=0.01)


def test_the_choice_of_bayes_ucb_is_that_of_all_indices():
    arms, rewards = trace(BayesUCB(), [0.8, 0.75, 0.3], 150, n_runs=20)
    rows = np.arange(arms.shape[1])
    for t, pulls, sums in rebuilt(arms, rewards, 3):
        index = bayes_ucb_index(1 + sums, 1 + pulls - sums, t)
        assert (index[rows, arms[t - 1]] >= index.max(axis=1) - 1e-9).all()


def test_bayes_ucb_takes_the_power_of_the_logarithm_of_the_horizon():
    # before any reward all arms are Beta(1, 4): P(theta > q) = (1 - q)^4, so q = 1 - 16^(-1/4) = 1/2
    policy = BayesUCB(1, 4, c=2)
    policy.reset(1, 2, 100)
    t = 16 / math.log(100) ** 2
    assert policy._index(np.array([0]), np.array([1]), t * policy._stretch) == pytest.approx([0.5])
    policy.reset(1, 2, 2)
    assert policy._stretch == 1
    assert [p.label for p in (policy, BayesUCB(), BayesUCB(c=5))] == [
        "Bayes-UCB 1, 4 c 2",
        "Bayes-UCB",
        "Bayes-UCB c 5",
    ]


def test_tangents_spare_most_of_the_incomplete_beta_functions():
    class Counting(BayesUCB):
        evaluated = 0

        def _chance(self, cell, q):
            self.evaluated += len(cell)
            return super()._chance(cell, q)

    policy, n_arms, horizon, n_runs = Counting(), 10, 600, 40
    trace(policy, [0.6] + [0.5] * 9, horizon, n_runs)
    assert n_runs * horizon / 10 < policy.evaluated < n_runs * horizon * (n_arms - 1) / 3


# all


ONE_INDEX = [KLUCB(), KLUCB(3), BayesUCB(), BayesUCB(0.5, 0.5), BayesUCB(0.2, 2, c=5)]


@pytest.mark.parametrize("policy", ONE_INDEX, ids=lambda p: p.label)
def test_one_index_makes_the_same_choices_as_all(policy):
    # rewards between 0 and 1: indices are equal only where both are 1 up to rounding
    means, horizon = [0.6, 0.5, 0.45, 0.3], 300
    arms, rewards = trace(policy, means, horizon, n_runs=30, coins=False)
    for t, pulls, sums in rebuilt(arms, rewards, len(means)):
        if isinstance(policy, KLUCB):
            index = kl_ucb_index(sums / pulls, pulls, t, policy.c)
        else:
            a, b = policy.alpha + sums, policy.beta + pulls - sums
            index = bayes_ucb_index(a, b, t * math.log(horizon) ** policy.c)
        chosen = np.take_along_axis(index, arms[t - 1][:, None], axis=1)[:, 0]
        other = arms[t - 1] != index.argmax(axis=1)
        assert (chosen[other] > 1 - 1e-12).all()
        assert (chosen >= index.max(axis=1) - 1e-12).all()


@pytest.mark.parametrize("policy", [UCBV(), MOSS(), IMED(), *ONE_INDEX], ids=lambda p: p.label)
def test_arms_once_returned_never_change(policy):
    rng, kept, copies = np.random.default_rng(3), [], []
    policy.reset(30, 3, 80)
    for t in range(1, 81):
        arm = policy.act(t, rng)
        kept.append(arm)
        copies.append(arm.copy())
        policy.learn(arm, rng.random(30))
    assert np.array_equal(kept, copies)


@pytest.mark.parametrize("policy", [KLUCB(), BayesUCB()])
def test_rewards_outside_the_unit_interval_are_refused(policy):
    policy.reset(2, 2, 10)
    arm = policy.act(1, np.random.default_rng(0))
    with pytest.raises(ValueError, match=r"^rewards must be in \[0, 1\]; got 0\.5 to 1\.5$"):
        policy.learn(arm, np.array([0.5, 1.5]))


@pytest.mark.slow
def test_who_uses_the_law_of_coins_beats_who_does_not(seed):
    world = BernoulliBandit([0.6] + [0.5] * 4)
    policies = [UCBV(), MOSS(), KLUCB(), IMED()]
    result = simulate(world, policies, 4000, 512, seed, progress=False)
    for better, worse in (("KL-UCB", "UCB-V"), ("IMED", "KL-UCB")):
        difference = result.difference(worse, better)
        assert difference.mean() > 5 * difference.std() / math.sqrt(512)
