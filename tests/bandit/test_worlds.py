"""The other worlds: their laws against the exact ones, their gaps on paper, and how `simulate` plays them."""

import math

import numpy as np
import pytest
from scipy.stats import beta, cauchy, norm, pareto, uniform

from simlib.bandit.bernoulli import BernoulliBandit
from simlib.bandit.epsilon_greedy import EpsilonGreedy
from simlib.bandit.gaussian import GaussianBandit
from simlib.bandit.law import LawBandit
from simlib.bandit.lower_bound import needle, two_instances
from simlib.bandit.policy import Policy
from simlib.bandit.prior import CoinRows, PriorBandit
from simlib.bandit.simulate import simulate
from simlib.bandit.table import TableBandit
from simlib.bandit.ucb1 import UCB1
from simlib.stats import check_mean, check_prob, detectable_gap

N = 20_000
ALL = [
    BernoulliBandit(),
    GaussianBandit(),
    LawBandit(),
    PriorBandit(3),
    TableBandit(np.random.default_rng(0).random((40, 2))),
    needle(4, 0.2, 1),
    two_instances()[1],
]


class First(Policy):
    """Always the arm dealt first."""

    def reset(self, n_runs, n_arms, horizon):
        self.n_runs = n_runs

    def act(self, t, rng):
        return np.zeros(self.n_runs, dtype=np.int64)

    def learn(self, arm, reward):
        pass


def uniforms(seed, n=N):
    return np.random.default_rng(seed).integers(2**53, size=n) * 2.0**-53


@pytest.mark.parametrize("world", ALL, ids=repr)
def test_simulate_plays_it_and_the_split_changes_nothing(world, monkeypatch):
    whole = simulate(world, [UCB1(), EpsilonGreedy()], 40, 300, seed=3, progress=False)
    monkeypatch.setattr("simlib.bandit.simulate.BLOCKS_TOGETHER", 1)
    split = simulate(world, [UCB1(), EpsilonGreedy()], 40, 300, seed=3, progress=False)
    for label in whole.labels:
        assert np.array_equal(whole.regret[label], split.regret[label])
        assert np.array_equal(whole.simple_regret[label], split.simple_regret[label])
    assert whole.gaps.shape == (world.n_arms,)
    assert repr(whole).startswith(repr(world))


# Gaussian


def test_gaussian_rewards_on_paper():
    world = GaussianBandit([1.0, -2.0], sd=3)
    u = norm.cdf([0, 1, -1.5])
    assert world.reward(np.array([0, 0, 1]), u) == pytest.approx([1, 4, -6.5], abs=1e-9)
    assert world.gaps == pytest.approx([0, 3])


def test_gaussian_rewards_have_their_law(seed):
    reward = GaussianBandit([0.3], sd=2).reward(np.zeros(N, dtype=int), uniforms(seed))
    assert detectable_gap(N, p=0.5) <= 0.03
    for q in (-2, 0.3, 1, 4):
        check_prob(int((reward <= q).sum()), N, float(norm.cdf(q, 0.3, 2)))


def test_the_least_uniform_gives_a_finite_reward():
    assert np.isfinite(GaussianBandit().reward(np.zeros(2, dtype=int), np.array([0, 1 - 2.0**-53]))).all()
    assert np.isfinite(
        LawBandit([pareto(1.5)]).reward(np.zeros(1, dtype=int), np.array([1 - 2.0**-53]))
    ).all()


# any law


def test_each_arm_has_its_own_law(seed):
    laws = [beta(2, 5), uniform(0.2, 0.5), pareto(2.5)]
    world, u = LawBandit(laws), uniforms(seed)
    assert world.means == pytest.approx([2 / 7, 0.45, 5 / 3])
    assert world.gaps == pytest.approx([5 / 3 - 2 / 7, 5 / 3 - 0.45, 0])
    arm = np.arange(N) % 3
    reward = world.reward(arm, u)
    for k, law in enumerate(laws):
        own = reward[arm == k]
        check_prob(int((own <= law.median()).sum()), len(own), 0.5)


def test_laws_that_cannot_be_are_refused():
    with pytest.raises(ValueError, match=r"^laws must have finite means; got (nan|inf)$"):
        LawBandit([cauchy()])
    with pytest.raises(ValueError, match=r"^laws must have ppf and mean; got a float$"):
        LawBandit([0.5])
    with pytest.raises(ValueError, match=r"^laws must hold at least one law; got none$"):
        LawBandit([])


# a prior


def test_every_run_has_an_instance_of_its_own_that_policies_share():
    world = PriorBandit(3)
    rows = world.draw(5, range(2))
    assert rows.means.shape == (256, 3)
    assert len(np.unique(rows.means[:, 0])) == 256
    assert np.array_equal(rows.means[128:], world.draw(5, range(1, 2)).means)
    result = simulate(world, {"a": First(), "b": First()}, 10, 200, seed=5, shuffle=False, progress=False)
    assert np.array_equal(result.final("a"), result.final("b"))
    assert result.final("a") == pytest.approx(10 * rows.gaps[:200, 0])
    assert result.gaps == pytest.approx(rows.gaps[:200].mean(axis=0))


def test_the_regret_of_one_arm_over_the_prior_is_that_of_the_integral(seed):
    """E max(U1, U2) - E U1 = 2/3 - 1/2 for two uniform means."""
    n = 20_000
    assert detectable_gap(n) <= 0.05
    result = simulate(PriorBandit(2), First(), 2, n, seed, progress=False)
    check_mean(result.final("First") / 2, 1 / 6, 0, 1)


def test_rewards_of_rows_are_those_of_their_own_coins():
    rows = CoinRows(np.array([[0.2, 0.9], [0.7, 0.1]]))
    assert rows.gaps == pytest.approx(np.array([[0.7, 0], [0, 0.6]]))
    assert np.array_equal(rows.reward(np.array([1, 1]), np.array([0.5, 0.5])), [1, 0])


def test_a_layout_seed_holds_the_instances_while_the_luck_changes():
    world = PriorBandit(3, layout_seed=9)
    assert np.array_equal(world.draw(0, range(2)).gaps, world.draw(1, range(2)).gaps)
    one, two = (simulate(world, UCB1(), 60, 100, seed, progress=False) for seed in (0, 1))
    assert np.array_equal(one.gaps, two.gaps)
    assert not np.array_equal(one.final("UCB1"), two.final("UCB1"))


def test_a_world_keeps_its_own_means():
    for kind, given in ((BernoulliBandit, np.array([0.9, 0.1])), (GaussianBandit, np.array([0.9, 0.1]))):
        world = kind(given)
        given[0] = 0
        assert world.means[0] == 0.9
    table = np.array([[0.9, 0.1]])
    world = TableBandit(table)
    table[0, 0] = 0
    assert world.means[0, 0] == 0.9


def test_a_prior_that_is_not_one_is_refused():
    world = PriorBandit(2, lambda rng, n: rng.random((n, 3)))
    with pytest.raises(ValueError, match=r"^what sample returns must be an array of shape \(128, 2\)"):
        simulate(world, UCB1(), 10, 2, progress=False)
    outside = PriorBandit(2, lambda rng, n: 1 + rng.random((n, 2)))
    with pytest.raises(ValueError, match=r"^means must be in \[0, 1\]; got 1(\.\d+)? to (1\.\d+|2)$"):
        simulate(outside, UCB1(), 10, 2, progress=False)


# lower bounds


def test_the_two_instances_differ_in_one_arm_only():
    low, high = two_instances(0.2)
    assert low.means == pytest.approx([0.5, 0.3])
    assert high.means == pytest.approx([0.5, 0.7])


def test_the_needle_on_paper():
    world = needle(4, 0.2, 2)
    assert world.means == pytest.approx([0.5, 0.5, 0.6, 0.5])
    assert world.gaps == pytest.approx([0.1, 0.1, 0, 0.1])
    with pytest.raises(ValueError, match=r"arm must be .*\[0, 3\]; got 4"):
        needle(4, 0.2, 4)


# a table


def test_regret_against_the_best_column_on_paper():
    world = TableBandit([[0.9, 0.1], [0.2, 0.6], [0.2, 0.4]])
    assert world.best_arm == 0  # 1.3 against 1.1
    assert world.gaps == pytest.approx([0, 0.2 / 3])
    result = simulate(world, First(), 3, 3, shuffle=False, progress=False)
    assert result.final("First") == pytest.approx(0)
    assert result.uniform == pytest.approx([0.4, 0.2, 0.1])

    class Second(First):
        def act(self, t, rng):
            return np.ones(self.n_runs, dtype=np.int64)

    result = simulate(world, Second(), 3, 3, shuffle=False, progress=False)
    assert result.t.tolist() == [1, 2, 3]
    # 0.8, then -0.4, then -0.2
    assert result.regret["Second"][0] == pytest.approx([0.8, 0.4, 0.2], abs=1e-12)
    with pytest.raises(ValueError, match=r"^horizon must be the 3 rounds of TableBandit.*; got 4$"):
        simulate(world, Second(), 4, 3, progress=False)


def test_simple_regret_of_a_table_is_over_all_its_rounds():
    class Names(First):
        def predict(self):
            return np.zeros(self.n_runs, dtype=np.int64)

    table = TableBandit([[0.9, 0.1]] * 10 + [[0.1, 0.9]] * 90)
    result = simulate(table, Names(), 100, 5, shuffle=False, progress=False)
    assert result.simple_regret["Names"] == pytest.approx(0.64)


def test_rewards_of_a_table_follow_the_round(seed):
    seen = []

    class Spy(First):
        def learn(self, arm, reward):
            seen.append(reward)

    simulate(TableBandit([[1.0, 1.0], [0.0, 0.0], [0.3, 0.3]]), Spy(), 3, 4096, seed, progress=False)
    first, second, third = (np.concatenate(seen[i::3]) for i in range(3))
    assert first.min() == 1
    assert second.max() == 0
    assert detectable_gap(len(third), p=0.3) <= 0.06
    check_prob(int(third.sum()), len(third), 0.3)


def test_policies_share_the_luck_of_a_round():
    seen: dict = {}

    class Spy(First):
        def __init__(self, name, arm):
            self.name, self.arm = name, arm

        @property
        def label(self):
            return self.name

        def act(self, t, rng):
            return np.full(self.n_runs, self.arm)

        def learn(self, arm, reward):
            seen.setdefault(self.name, []).append(reward)

    world = TableBandit(np.full((5, 2), 0.5))
    simulate(world, [Spy("a", 0), Spy("b", 1)], 5, 50, shuffle=False, progress=False)
    assert np.array_equal(seen["a"], seen["b"])


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: GaussianBandit([]), r"means must be at least one number; got none"),
        (lambda: GaussianBandit([0.1], sd=0), r"sd must be .*> 0; got 0"),
        (lambda: GaussianBandit([math.nan]), r"means must be finite; got nan"),
        (lambda: TableBandit([[0.5, 1.5]]), r"means must be in \[0, 1\]; got 0\.5 to 1\.5"),
        (lambda: TableBandit([[]]), r"means must be in \[0, 1\]; got none"),
        (lambda: two_instances(0), r"gap must be .*; got 0"),
        (lambda: PriorBandit(0), r"n_arms must be .*; got 0"),
    ],
)
def test_bad_worlds_are_refused_in_one_sentence(call, message):
    with pytest.raises(ValueError, match=f"^{message}$"):
        call()
