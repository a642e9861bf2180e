"""Counts and their bonus: on paper, recounted by a slow loop, and what phi does to them."""

import numpy as np
import pytest

from simlib.mdp.count_bonus import Counts, by_place, by_time, by_world, count_bonus


def test_the_bonus_on_paper():
    assert count_bonus(np.array([0, 3, 8, 24])) == pytest.approx([1, 1 / 2, 1 / 3, 1 / 5])


def test_the_choices_of_phi_on_paper():
    place = np.array([2, 0])
    assert list(by_place(place)) == [2, 0]
    assert list(by_world(place, np.array([3, 1]), 7)) == [23, 7]
    assert list(by_time(place, 4, 7)) == [30, 28]


def test_phi_by_world_and_by_time_never_give_one_name_to_two():
    place, other = np.meshgrid(np.arange(5), np.arange(6))
    for names in (by_world(place, other, 5), np.array([by_time(place[0], t, 5) for t in range(6)])):
        assert sorted(names.ravel()) == list(range(30))


def test_counts_are_those_of_a_slow_loop():
    rng, counts, slow = np.random.default_rng(3), Counts(4, 6), np.zeros((4, 6))
    for _ in range(30):
        phi, live = rng.integers(6, size=(4, 5)), rng.random((4, 5)) < 0.6
        assert np.array_equal(counts.of(phi), np.array([slow[r][phi[r]] for r in range(4)]))
        counts.add(phi, live)
        for run in range(4):
            for name, counted in zip(phi[run], live[run], strict=True):
                slow[run, name] += counted
    assert np.array_equal(counts.table, slow)
    assert slow.sum() > 200


def test_runs_remember_apart():
    counts = Counts(2, 3)
    counts.add(np.array([[1, 1], [2, 0]]), np.array([[True, True], [True, False]]))
    assert counts.table.tolist() == [[0, 2, 0], [0, 0, 1]]


def test_a_fresh_world_each_episode_makes_a_global_count_an_episodic_one():
    # names that hold the world never come back, so all experience is this episode
    rng, everything = np.random.default_rng(4), Counts(1, 10 * 4)
    for world in range(10):
        walk, here = rng.integers(4, size=12), np.zeros(4)
        for place in walk:
            name = by_world(np.array([[place]]), np.array([[world]]), 4)
            assert everything.of(name)[0, 0] == here[place]
            everything.add(name, np.array([[True]]))
            here[place] += 1


def test_bad_sizes_are_refused():
    with pytest.raises(ValueError, match="n_runs must be an int >= 1; got 0"):
        Counts(0, 3)
    with pytest.raises(ValueError, match="n_features must be an int >= 1; got 0"):
        Counts(2, 0)
