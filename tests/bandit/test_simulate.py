"""The simulator: regret recomputed, shared luck, results that do not depend on how work is split."""

import joblib
import numpy as np
import pytest

from simlib.bandit.bernoulli import BernoulliBandit
from simlib.bandit.dealer import deal
from simlib.bandit.epsilon_greedy import EpsilonGreedy
from simlib.bandit.explore_first import ExploreFirst
from simlib.bandit.policy import Policy
from simlib.bandit.simulate import checkpoints, play, simulate
from simlib.bandit.ucb1 import UCB1

WORLD = BernoulliBandit([0.7, 0.4, 0.5])
POLICIES = [ExploreFirst(5), EpsilonGreedy(0.2), UCB1()]


class Always(Policy):
    """Pulls one arm for ever and remembers what it saw."""

    def __init__(self, arm: int):
        self.arm = arm

    def reset(self, n_runs, n_arms, horizon):
        self.n_runs, self.seen = n_runs, []

    def act(self, t, rng):
        return np.full(self.n_runs, self.arm)

    def learn(self, arm, reward):
        self.seen.append(reward)


def same(a, b) -> bool:
    return all(
        np.array_equal(a.regret[label], b.regret[label]) and np.array_equal(a.pulls[label], b.pulls[label])
        for label in a.labels
    )


def test_regret_on_paper():
    result = simulate(WORLD, Always(1), 100, 3, shuffle=False, progress=False)
    assert result.final("Always") == pytest.approx(100 * 0.3)
    assert np.array_equal(result.pulls["Always"], [[0, 100, 0]] * 3)
    assert result.regret["Always"][0] == pytest.approx(0.3 * result.t)


def test_final_regret_is_pulls_times_gaps():
    result = simulate(WORLD, POLICIES, 200, 130, progress=False)
    for label in result.labels:
        assert result.pulls[label].sum(axis=1) == pytest.approx(200)
        assert result.final(label) == pytest.approx(result.pulls[label] @ WORLD.gaps)
        assert (np.diff(result.regret[label], axis=1) >= 0).all()


def test_regret_recomputed_round_by_round():
    class Spy(EpsilonGreedy):
        arms: list = []

        def learn(self, arm, reward):
            Spy.arms.append(arm)
            super().learn(arm, reward)

    times, blocks = checkpoints(50), range(1)
    regret, _, _ = play(WORLD, "spy", Spy(0.5), times, 3, blocks, True, None)
    order = deal(3, blocks, 3, True)
    world_arm = np.take_along_axis(order, np.stack(Spy.arms, axis=1), axis=1)  # (R, T)
    running = WORLD.gaps[world_arm].cumsum(axis=1)
    assert regret == pytest.approx(running[:, times - 1])


def test_compared_policies_read_the_same_tape():
    # whoever pulls arm 1 for the n-th time sees the same reward in the same run
    seen = {}
    for name, first in (("straight", 0), ("later", 20)):

        class Late(Always):
            def act(self, t, rng, first=first):
                return np.full(self.n_runs, 1 if t > first else 0)

            def learn(self, arm, reward, name=name):
                if arm[0] == 1:
                    seen.setdefault(name, []).append(reward)

        play(WORLD, name, Late(1), np.array([1, 60]), 0, range(1), True, None)
    assert np.array_equal(seen["straight"][:40], seen["later"])


def test_shared_luck_makes_differences_less_noisy(seed):
    world, horizon = BernoulliBandit([0.6] + [0.5] * 4), 2000
    shared = simulate(world, [UCB1(), UCB1(scale=0.7)], horizon, 512, seed, progress=False)
    other = simulate(world, UCB1(scale=0.7), horizon, 512, seed + 1, progress=False)
    paired = shared.difference("UCB1", "UCB1 scale 0.7").var()
    unpaired = (shared.final("UCB1") - other.final("UCB1 scale 0.7")).var()
    assert paired < 0.8 * unpaired


@pytest.mark.parametrize("together", [1, 3, 8])
def test_the_result_does_not_depend_on_the_size_of_a_batch(together, monkeypatch):
    whole = simulate(WORLD, POLICIES, 150, 1000, seed=5, progress=False)
    monkeypatch.setattr("simlib.bandit.simulate.BLOCKS_TOGETHER", together)
    assert same(simulate(WORLD, POLICIES, 150, 1000, seed=5, progress=False), whole)


@pytest.mark.slow
@pytest.mark.parametrize("workers", [1, 2])
def test_the_result_does_not_depend_on_loky_workers(workers):
    whole = simulate(WORLD, POLICIES, 150, 600, seed=5, progress=False)
    with joblib.parallel_config("loky", n_jobs=workers):
        assert same(simulate(WORLD, POLICIES, 150, 600, seed=5, progress=False), whole)


@pytest.mark.slow
def test_the_result_is_the_same_on_a_dask_cluster():
    distributed = pytest.importorskip("distributed", reason="pip install 'simlib[cluster]'")
    whole = simulate(WORLD, POLICIES, 150, 600, seed=5, progress=False)
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
        ) as cluster,
        distributed.Client(cluster),
        joblib.parallel_config("dask"),
    ):
        assert same(simulate(WORLD, POLICIES, 150, 600, seed=5, progress=False), whole)


def test_more_runs_and_more_policies_change_no_run():
    few = simulate(WORLD, UCB1(), 100, 40, seed=2, progress=False)
    many = simulate(WORLD, POLICIES, 100, 300, seed=2, progress=False)
    assert np.array_equal(many.regret["UCB1"][:40], few.regret["UCB1"])


def test_a_seed_repeats_and_another_differs():
    first = simulate(WORLD, POLICIES, 100, 10, seed=2, progress=False)
    assert same(simulate(WORLD, POLICIES, 100, 10, seed=2, progress=False), first)
    assert not same(simulate(WORLD, POLICIES, 100, 10, seed=3, progress=False), first)


def test_the_policies_given_are_not_changed():
    policy = UCB1()
    simulate(WORLD, policy, 20, 2, progress=False)
    assert vars(policy) == {"scale": 1.0}


def test_checkpoints_run_from_1_to_the_horizon():
    for horizon in (1, 2, 59, 1000, 10**6):
        times = checkpoints(horizon)
        assert times[0] == 1
        assert times[-1] == horizon
        assert (np.diff(times) > 0).all()
        assert len(times) <= 60


def test_every_run_is_dealt_all_arms_in_its_own_order():
    order = deal(0, range(4), 3, True)
    assert np.array_equal(np.sort(order, axis=1), np.tile([0, 1, 2], (512, 1)))
    assert len(np.unique(order, axis=0)) == 6
    assert np.array_equal(deal(0, range(4), 3, False), np.tile([0, 1, 2], (512, 1)))


class Returns(Always):
    """Returns whatever it was given in place of arms."""

    def act(self, t, rng):
        return self.arm


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (np.full(128, 3), r"act of Returns must return arms in 0\.\.2; got 3"),
        (np.full(128, -1), r"act of Returns must return arms in 0\.\.2; got -1"),
        (
            np.zeros(5, dtype=int),
            r"act of Returns must return an int array of shape \(128,\); got int64 \(5,\)",
        ),
        (np.zeros(128), r"act of Returns must return an int array of shape \(128,\); got float64 \(128,\)"),
        (0, r"act of Returns must return an int array of shape \(128,\); got int"),
    ],
)
def test_wrong_arms_are_refused_in_one_sentence(value, message):
    with pytest.raises(ValueError, match=f"^{message}$"):
        simulate(WORLD, Returns(value), 10, 2, progress=False)


def test_unsigned_arms_are_arms():
    arms = np.ones(128, dtype=np.uint64)
    assert simulate(WORLD, Returns(arms), 10, 2, progress=False).pulls["Returns"].sum() == 20


def test_wrong_predictions_are_refused_too():
    class Names(Always):
        def predict(self):
            return np.full(self.n_runs, -1)

    with pytest.raises(ValueError, match=r"^predict of Names must return arms in 0\.\.2; got -1$"):
        simulate(WORLD, Names(0), 10, 2, progress=False)


def test_what_is_no_world_is_refused():
    with pytest.raises(ValueError, match=r"^world must be a World, such as BernoulliBandit; got a list$"):
        simulate([0.5, 0.4], UCB1(), 10, 2, progress=False)


def test_rewards_that_are_not_numbers_are_refused():
    class Broken(BernoulliBandit):
        def reward(self, arm, u):
            return np.where(u < 0.5, np.nan, 1.0)

    with pytest.raises(ValueError, match=r"^rewards of .* must be finite; got NaN or inf in round 1$"):
        simulate(Broken([0.5, 0.5]), UCB1(), 10, 2, progress=False)


def test_policies_may_come_one_by_one():
    several = simulate(WORLD, (UCB1(scale) for scale in (0.5, 1.0)), 10, 2, progress=False)
    assert list(several.pulls) == [UCB1(0.5).label, UCB1(1.0).label]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"policies": UCB1(), "horizon": 2}, "horizon must be >= the 3 arms; got 2"),
        ({"policies": UCB1(), "horizon": 10, "runs": 0}, "runs must be .*; got 0"),
        ({"policies": UCB1(), "horizon": 10, "runs": 2.5}, r"runs must be .*; got 2\.5"),
        ({"policies": UCB1(), "horizon": 10, "seed": -1}, "seed must be .*; got -1"),
        ({"policies": {0.5: UCB1()}, "horizon": 10}, r"labels of policies must be texts; got 0\.5"),
        ({"policies": [], "horizon": 10}, "policies must hold at least one policy; got none"),
        ({"policies": [UCB1(), UCB1()], "horizon": 10}, "labels of policies must differ; got UCB1 twice"),
        ({"policies": [3], "horizon": 10}, "policies must have reset, act and learn; got int"),
        ({"policies": UCB1, "horizon": 10}, r"policies must be objects; got the class UCB1: write UCB1\(\)"),
        ({"policies": {"a": UCB1}, "horizon": 10}, "policies must be objects; got the class UCB1"),
    ],
)
def test_bad_arguments_are_refused_in_one_sentence(arguments, message):
    with pytest.raises(ValueError, match=f"^{message}"):
        simulate(WORLD, **arguments)
