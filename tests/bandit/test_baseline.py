"""Yardsticks: what they cost is known exactly."""

import numpy as np
import pytest

from simlib.bandit.baseline import FollowTheLeader, Oracle, Uniform
from simlib.bandit.bernoulli import BernoulliBandit
from simlib.bandit.explore_first import ExploreFirst
from simlib.bandit.prior import PriorBandit
from simlib.bandit.simulate import simulate
from simlib.bandit.table import TableBandit
from simlib.rng import BlockGenerator
from simlib.stats import ALPHA, check_counts, check_mean, check_prob, detectable_gap

WORLD = BernoulliBandit([0.7, 0.4, 0.5])


def test_uniform_play_pulls_every_arm_alike_and_costs_the_mean_gap(seed):
    rng = BlockGenerator(seed, "law", range(8))
    policy = Uniform()
    policy.reset(rng.n_runs, 3, 30)
    arms = np.concatenate([policy.act(t, rng) for t in range(1, 31)])
    assert detectable_gap(len(arms), p=1 / 3, alpha=ALPHA / 3) <= 0.03
    check_counts(np.bincount(arms, minlength=3), np.full(3, 1 / 3))
    result = simulate(WORLD, policy, 200, 1024, seed, progress=False)
    # gaps 0, 0.3, 0.2: 200 rounds at 1/6 each
    check_mean(result.final("Uniform"), 200 / 6, 0, 60)


def test_uniform_play_does_not_mind_what_it_learns():
    policy, arms = Uniform(), []
    for reward in (0.0, 1.0):
        rng = np.random.default_rng(0)
        policy.reset(4, 3, 20)
        for t in range(1, 21):
            arms.append(policy.act(t, rng))
            policy.learn(arms[-1], np.full(4, reward))
    assert np.array_equal(arms[:20], arms[20:])


def test_uniform_play_still_names_the_best_arm(seed):
    result = simulate(WORLD, Uniform(), 1500, 256, seed, progress=False)
    assert np.mean(result.simple_regret["Uniform"][:, -1] == 0) > 0.99


def test_the_leader_is_followed_from_the_first_pulls_on():
    # means after one pull each: 0.3, 0.6, 0.5; arm 1 then falls to 0.35, so that arm 2 leads. Explore-first
    # would stay with arm 1.
    leader, settled = FollowTheLeader(), ExploreFirst(1)
    rewards = [0.3, 0.6, 0.5, 0.1]
    for policy, last in ((leader, 2), (settled, 1)):
        policy.reset(1, 3, 10)
        arms = []
        for t, reward in enumerate(rewards, start=1):
            arm = policy.act(t, None)
            policy.learn(arm, np.array([reward]))
            arms.append(int(arm[0]))
        assert arms == [0, 1, 2, 1]
        assert policy.act(5, None)[0] == last


def test_the_leader_loses_for_ever_where_the_best_arm_began_badly(seed):
    # 0.9 must show 0 first. Then 0.5 shows 1, and its mean stays above 0; or 0 too, and the first of the
    # two in the order dealt is followed: 0.1 * (0.5 + 0.5 * 0.5)
    runs, p = 4096, 0.075
    result = simulate(BernoulliBandit([0.9, 0.5]), FollowTheLeader(), 400, runs, seed, progress=False)
    stuck = result.pulls["follow the leader"][:, 0] == 1
    assert detectable_gap(runs, p=p) <= 0.04
    check_prob(int(stuck.sum()), runs, p)
    assert result.final("follow the leader")[stuck] == pytest.approx(0.4 * 399)


@pytest.mark.parametrize("world", [WORLD, PriorBandit(4), BernoulliBandit([0.5, 0.5])])
def test_the_oracle_never_loses(world):
    result = simulate(world, Oracle(), 50, 300, progress=False)
    assert (result.final("Oracle") == 0).all()
    assert (result.simple_regret["Oracle"] == 0).all()


def test_the_oracle_pulls_the_arm_of_its_own_run():
    policy = Oracle()
    policy.reset(2, 3, 10)
    policy.told(np.array([[0.2, 0.0, 0.4], [0.0, 0.1, 0.3]]))
    assert np.array_equal(policy.act(1, None), [1, 0])


def test_in_a_world_that_varies_it_is_the_best_arm_of_the_whole_table():
    # arm 1 is better in round 1 only, and would have been the wrong one to stay with
    world = TableBandit([[0.2, 0.6], [0.9, 0.1], [0.5, 0.3]])
    result = simulate(world, Oracle(), 3, 5, progress=False)
    assert np.array_equal(result.pulls["Oracle"], [[3, 0]] * 5)
    assert result.final("Oracle") == pytest.approx(0)


def test_the_oracle_must_be_told():
    policy = Oracle()
    policy.reset(1, 2, 10)
    with pytest.raises(ValueError, match="Oracle must be told the gaps before it acts"):
        policy.act(1, None)
