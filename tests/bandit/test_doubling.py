"""The doubling trick: its phases counted by hand, its restarts seen from within."""

import math

import numpy as np
import pytest

from simlib.bandit.bernoulli import BernoulliBandit
from simlib.bandit.doubling import Doubling, phase
from simlib.bandit.explore_first import ExploreFirst, exploration_length
from simlib.bandit.policy import Policy
from simlib.bandit.simulate import simulate
from simlib.bandit.successive_elimination import SuccessiveElimination


def test_the_phases_on_paper():
    # 3 rounds, then 6, then 12: 1-3, 4-9, 10-21, 22-45
    firsts = [phase(t, 3) for t in (1, 3, 4, 9, 10, 21, 22, 45, 46)]
    assert firsts == [(0, 3), (0, 3), (3, 6), (3, 6), (9, 12), (9, 12), (21, 24), (21, 24), (45, 48)]


@pytest.mark.parametrize("first", [1, 2, 5])
def test_the_phases_are_those_of_a_loop(first):
    t, length = 1, first
    while t < 500:
        for place in range(length):
            assert phase(t + place, first) == (t - 1, length)
        t, length = t + length, 2 * length


class Diary(Policy):
    """Writes down every reset and every round."""

    def reset(self, n_runs, n_arms, horizon):
        self.n_runs, self.pages = n_runs, [*getattr(self, "pages", []), (n_arms, horizon)]
        self.rounds = []

    def act(self, t, rng):
        self.rounds.append(t)
        return np.zeros(self.n_runs, dtype=int)

    def learn(self, arm, reward):
        self.heard = reward


def test_the_inner_policy_is_started_afresh_with_the_length_of_its_phase():
    diary = Diary()
    policy = Doubling(diary, first=4)
    policy.reset(2, 3, 1000)
    for t in range(1, 21):
        policy.act(t, None)
        policy.learn(np.zeros(2, dtype=int), np.array([t, -t]))
        assert np.array_equal(diary.heard, [t, -t])
    assert diary.pages == [(3, 4), (3, 8), (3, 16)]
    assert diary.rounds == list(range(1, 9)), "rounds are counted from the start of the phase"


def test_a_phase_has_room_for_every_arm():
    diary = Diary()
    policy = Doubling(diary)
    policy.reset(1, 5, 100)
    for t in range(1, 7):
        policy.act(t, None)
    assert diary.pages == [(5, 5), (5, 10)]


def test_it_forgets_what_its_inner_policy_would_remember():
    # arm 0 pays 0.9, arm 1 pays 0.2: explore-first settles; with phases of 4 and 8 rounds it asks again
    arms = {}
    for policy in (ExploreFirst(1), Doubling(ExploreFirst(1), first=4)):
        policy.reset(1, 2, 12)
        arms[policy.label] = []
        for t in range(1, 13):
            arm = policy.act(t, None)
            policy.learn(arm, np.where(arm == 0, 0.9, 0.2))
            arms[policy.label].append(int(arm[0]))
    assert arms["explore-first 1"] == [0, 1] + 10 * [0]
    assert arms["doubling explore-first 1 from 4"] == [0, 1, 0, 0] + [0, 1] + 6 * [0]


def test_its_exploration_is_the_sum_over_phases(seed):
    # K = 2, phases 2, 4, ..., 256 end at T = 510: each arm is tried as long as each phase's formula says
    lengths = [2 * 2**i for i in range(8)]
    least = sum(exploration_length(2, n) for n in lengths)
    result = simulate(BernoulliBandit([1.0, 0.0]), Doubling(), sum(lengths), 128, seed, progress=False)
    assert (result.pulls["doubling explore-first"][:, 1] == least).all()


def test_not_knowing_the_horizon_costs_no_more_than_a_constant(seed):
    # regret like T^a in every phase adds up to 2^a / (2^a - 1) times it: 2.7 for explore-first. Not
    # restarting, but settling after the first phase for ever, costs a share of T.
    world, horizon, runs = BernoulliBandit([0.7, 0.5]), 4094, 512
    policies = [ExploreFirst(), Doubling(), ExploreFirst(1)]
    result = simulate(world, policies, horizon, runs, seed, progress=False)
    known, unknown, settled = (result.mean(label)[-1] for label in result.labels)
    assert known < unknown < 2.7 * known
    assert settled > 0.2 * horizon * 0.2


def test_any_policy_that_needs_its_horizon_may_be_inside():
    policy = Doubling(SuccessiveElimination(), first=8)
    result = simulate(BernoulliBandit([0.9, 0.1]), policy, 3000, 64, progress=False)
    assert result.mean(policy.label)[-1] < 3000 * 0.4 / 2
    assert policy.label == "doubling successive elimination from 8"
    assert math.isfinite(result.se(policy.label)[-1])


def test_bad_arguments_are_refused():
    with pytest.raises(ValueError, match=r"first must .*; got 0"):
        Doubling(first=0)
    with pytest.raises(ValueError, match="policy must have reset, act and learn; got 3 without reset"):
        Doubling(3)
