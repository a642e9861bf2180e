"""The learner of the bonus lab: its bonuses on paper, its counts recounted, its luck, its effect."""

import numpy as np
import pytest

from simlib.mdp.arms_cmdp import ArmsCMDP
from simlib.mdp.bonus_learner import train
from simlib.mdp.bonus_rollout import Rollout
from simlib.mdp.bonus_setting import Setting, bonus
from simlib.mdp.softmax_actor import SoftmaxActor

SMALL = ArmsCMDP(n_arms=2, length=3, n_actions=3, slack=2)


def lived(settings, updates=4, runs=3, n_envs=4, seed=0):
    """A rollout after some updates of random walking, and the counts that a slow loop keeps beside it."""
    rng = np.random.default_rng(seed)
    rollout = Rollout(SMALL, settings, runs, rng.integers(2, size=runs), n_envs)
    actor = SoftmaxActor(2 * len(settings) * runs * 7, 3, 5, 0.1, 0.1, 0.0)
    slow = [{} for _ in range(len(settings) * runs)]
    for _ in range(updates):
        rollout.live(actor, rng.random((6, runs, n_envs)))
        yield rollout, slow
        rollout.remember()
        for t, n, e in np.ndindex(rollout.shape):
            if rollout.alive[t, n, e] and not rollout.fresh[n, e]:
                name = int(rollout.phi[t, n, e])
                slow[n][name] = slow[n].get(name, 0) + 1


def places(rollout, n, e):
    """The places of one episode, the hub first."""
    left = rollout.key[:, n, e] % SMALL.n_places
    return [int(left[0]), *map(int, SMALL.next_place[left, rollout.action[:, n, e]])]


def test_bonuses_on_paper():
    after, before, first = np.array([0.8, 0.8]), np.array([0.6, 0.6]), np.array([1.0, 0.0])
    wanted = {"none": (0, 0), "global": (0.8, 0.8), "episodic": (1, 0), "product": (0.8, 0)}
    wanted |= {"sum": (0.9, 0.4), "NovelD": (0.5, 0)}
    for name, values in wanted.items():
        assert bonus(name, after, before, first) == pytest.approx(values)


def test_novelty_and_first_visits_are_those_of_a_slow_loop():
    seen_again = 0
    for rollout, slow in lived([Setting(sharing=0.5), Setting(sharing=1.0)]):
        for n, e in np.ndindex(rollout.shape[1:]):
            way, known = places(rollout, n, e), not rollout.fresh[n, e]
            for t in np.flatnonzero(rollout.alive[:, n, e]):
                count = slow[n].get(way[t + 1], 0) if known else 0
                left = slow[n].get(way[t], 0) if known else 0
                assert rollout.after[t, n, e] == pytest.approx((1 + count) ** -0.5)
                assert rollout.before[t, n, e] == pytest.approx((1 + left) ** -0.5)
                assert rollout.first[t, n, e] == (way[t + 1] not in way[: t + 1])
                seen_again += count > 0
    assert seen_again > 100


def test_frozen_counts_stay_zero_and_counts_by_place_reach_fresh_worlds():
    settings = [Setting(sharing=0.0, frozen=True), Setting(sharing=0.0)]
    settings += [Setting(sharing=0.0, counted="place"), Setting(sharing=1.0, frozen=True)]
    *_, (rollout, _) = lived(settings)
    after = rollout.after.reshape(5, 4, 3, 4)
    assert np.all(after[:, [0, 1, 3]] == 1.0)
    assert after[:, 2].min() < 0.5
    assert rollout.counts.table.reshape(4, 3, -1)[[0, 1, 3]].sum() == 0


def test_counting_within_the_episode_sees_a_place_left_and_met_again():
    for rollout, _ in lived([Setting(sharing=0.0, within=True)], updates=1):
        for n, e in np.ndindex(rollout.shape[1:]):
            way = places(rollout, n, e)
            for t in np.flatnonzero(rollout.alive[:, n, e]):
                earlier = way[: t + 1].count(way[t + 1])
                assert rollout.after[t, n, e] == pytest.approx((1 + earlier) ** -0.5)


def test_with_the_time_in_phi_every_visit_is_a_first_one():
    for rollout, _ in lived([Setting(counted="time")]):
        assert rollout.first[rollout.alive].min() == 1


def test_an_episode_ends_at_its_goal_and_pays_once():
    for rollout, _ in lived([Setting(sharing=0.5)], updates=20, n_envs=30):
        assert rollout.reward.sum(axis=0).max() <= 1
        over = rollout.reward.cumsum(axis=0) >= 1
        assert not rollout.alive[1:][over[:-1]].any()
        assert rollout.alive[1:][~over[:-1]].all()


def test_a_run_depends_on_its_number_and_on_nothing_else():
    both = [Setting("product", 0.5), Setting("global", 0.5)]
    many = train(SMALL, both, 5, 3, updates=70, n_envs=3)
    few = train(SMALL, both[1:], 2, 3, updates=70, n_envs=3)
    assert np.array_equal(many.curve[1, :2], few.curve[0])
    assert np.array_equal(many.success[1, :2], few.success[0])
    assert many.curve.shape == (2, 5, 70)


def test_a_bonus_of_weight_zero_changes_nothing():
    # with beta 0 nothing is paid: the bonus must not matter at all
    silent = [Setting(name, 0.5, beta=0.0) for name in ("none", "episodic", "NovelD")]
    curve = train(SMALL, silent, 4, 1, updates=30).curve
    assert np.array_equal(curve[0], curve[1])
    assert np.array_equal(curve[0], curve[2])


def test_a_frozen_product_is_the_episodic_bonus():
    pair = [Setting("product", 1.0, frozen=True), Setting("episodic", 1.0)]
    curve = train(ArmsCMDP(), pair, 4, 2, updates=40).curve
    assert np.array_equal(curve[0], curve[1])


def test_memory_of_the_episode_decides_in_fresh_worlds(seed):
    # 16 runs: success is near 1 with the first-visit bonus and near 0 without it; the gap asked for is small
    settings = [Setting(name, 0.0) for name in ("none", "global", "episodic", "product")]
    success = train(ArmsCMDP(), settings, 16, seed, updates=300).success.mean(axis=1)
    assert success[2] - success[1] > 0.5
    assert success[3] - success[0] > 0.5


def test_bad_arguments_are_refused():
    with pytest.raises(ValueError, match="bonus must be one of"):
        Setting("novelty")
    with pytest.raises(ValueError, match=r"sharing must be a number in \[0, 1\]; got 2"):
        Setting(sharing=2)
    with pytest.raises(ValueError, match="settings must hold at least one Setting; got none"):
        train(SMALL, [], 3)
    with pytest.raises(ValueError, match="rate must be a number >= 0; got -1"):
        train(SMALL, [Setting()], 3, rate=-1)
