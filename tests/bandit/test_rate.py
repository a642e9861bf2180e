"""Groups, the worst world and the power of T, on paper and by another road."""

import numpy as np
import pytest

from simlib.bandit.bernoulli import BernoulliBandit
from simlib.bandit.epsilon_greedy import EpsilonGreedy
from simlib.bandit.rate import group_regret, power, worst_regret
from simlib.bandit.simulate import simulate

WORLDS = [BernoulliBandit([0.8, 0.2]), BernoulliBandit([0.5, 0.4]), BernoulliBandit([0.6, 0.6])]


def test_groups_are_means_of_their_own_runs():
    world, policy = WORLDS[0], EpsilonGreedy(0.5)
    final = simulate(world, policy, 50, 24, seed=2, progress=False).final(policy.label)
    groups = group_regret(policy, world, 50, 24, seed=2, groups=4)
    # the label names the policy's stream, and here it is another
    assert groups.shape == (4,)
    again = simulate(world, {"it": policy}, 50, 24, seed=2, progress=False).final("it")
    assert groups == pytest.approx([again[6 * i : 6 * i + 6].mean() for i in range(4)])
    assert not np.array_equal(again, final)


def test_the_worst_world_is_chosen_in_each_group():
    each = [group_regret(EpsilonGreedy(1), world, 60, 16, 0) for world in WORLDS]
    assert each[0].mean() > each[1].mean() > each[2].mean() == 0
    assert worst_regret(EpsilonGreedy(1), WORLDS, 60, 16, 0) == pytest.approx(np.max(each, axis=0))


def test_powers_on_paper():
    times = np.array([1, 4, 16])
    assert power(times, 3 * times**0.5) == pytest.approx(0.5)
    assert power(times, np.stack([times**0.7, 5 / times], axis=1)) == pytest.approx([0.7, -1])
    # a crooked line: slope through log 1, log 4, log 2 over log 1, log 2, log 4 is 1/2
    assert power([1, 2, 4], [1, 4, 2]) == pytest.approx(0.5)


def test_powers_do_not_depend_on_units():
    rng = np.random.default_rng(0)
    times, regret = np.array([10, 30, 100, 500]), rng.uniform(1, 9, 4)
    slope = np.polyfit(np.log(times), np.log(regret), 1)[0]
    assert power(times, regret) == pytest.approx(slope)
    assert power(times, 7 * regret) == pytest.approx(power(60 * times, regret)) == pytest.approx(slope)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: group_regret(EpsilonGreedy(), WORLDS[0], 9, 10, 0), r"runs must be a .* 8 groups; got 10"),
        (
            lambda: power([5, 5], [1, 1]),
            r"times must be at least two different numbers > 0; got \[5\.0, 5\.0\]",
        ),
        (lambda: power([1, 2], [0, 1]), r"regret must be > 0 to have a power; got min 0\.0"),
    ],
)
def test_bad_arguments_are_refused_in_one_sentence(call, message):
    with pytest.raises(ValueError, match=f"^{message}$"):
        call()
