"""Episodic counts: on paper, recounted by a slow loop, wiped when an episode begins."""

import numpy as np
import pytest

from simlib.mdp.episodic_bonus import EpisodeCounts, episodic_bonus, first_visit


def test_the_bonuses_on_paper():
    count = np.array([1, 2, 4, 9])
    assert list(first_visit(count)) == [1, 0, 0, 0]
    assert episodic_bonus(count) == pytest.approx([1, 2**-0.5, 0.5, 1 / 3])


def test_counts_are_those_of_a_slow_loop_and_an_episode_wipes_them():
    rng, counts = np.random.default_rng(5), EpisodeCounts(3, 4, 5)
    for _ in range(3):
        counts.begin()
        slow = np.zeros((3, 4, 5), int)
        for _ in range(20):
            phi, live = rng.integers(5, size=(3, 4)), rng.random((3, 4)) < 0.7
            got = counts.visit(phi, live)
            for run, episode in np.ndindex(3, 4):
                slow[run, episode, phi[run, episode]] += live[run, episode]
                assert got[run, episode] == slow[run, episode, phi[run, episode]]
        assert np.array_equal(counts.table, slow)


def test_bad_sizes_are_refused():
    with pytest.raises(ValueError, match="n_episodes must be an int >= 1; got 0"):
        EpisodeCounts(3, 0, 5)
