"""Counts by hashing: names on paper, counts of a slow dictionary, the law of two vectors' names."""

import math

import numpy as np
import pytest

from simlib.mdp.hash_bonus import HashCounts, hash_codes
from simlib.stats import check_prob, detectable_gap


def test_names_on_paper():
    planes = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, -1.0]])
    phi = np.array([[2.0, 1.0], [-1.0, 3.0], [1.0, -4.0]])
    assert list(hash_codes(phi, planes)) == [1 + 2 + 4, 2, 1 + 4]


def test_counts_are_those_of_a_slow_dictionary(seed):
    rng = np.random.default_rng(seed)
    counts, slow = HashCounts(2, 3, bits=4, rng=rng), [{}, {}]
    for _ in range(20):
        phi, live = rng.standard_normal((2, 6, 3)), rng.random((2, 6)) < 0.8
        names = hash_codes(phi, counts.planes)
        got = counts.of(phi)
        for run, episode in np.ndindex(2, 6):
            assert got[run, episode] == slow[run].get(int(names[run, episode]), 0)
        counts.add(phi, live)
        for run, episode in np.ndindex(2, 6):
            name = int(names[run, episode])
            slow[run][name] = slow[run].get(name, 0) + int(live[run, episode])


def test_two_vectors_share_a_bit_with_probability_one_minus_angle_over_pi(seed):
    angle, n = 1.0, 40_000
    assert detectable_gap(n, p=1 - angle / math.pi) < 0.02
    planes = np.random.default_rng(seed).standard_normal((n, 2))
    pair = np.array([[1.0, 0.0], [math.cos(angle), math.sin(angle)]])
    same = [hash_codes(pair, plane[None]) for plane in planes]
    check_prob(int(sum(a == b for a, b in same)), n, 1 - angle / math.pi)


def test_bad_arguments_are_refused():
    rng = np.random.default_rng(0)
    with pytest.raises(ValueError, match=r"bits must be an int in \[1, 24\]; got 25"):
        HashCounts(1, 2, bits=25, rng=rng)
    with pytest.raises(ValueError, match="phi must be an array of shape"):
        HashCounts(2, 3, rng=rng).of(np.zeros((2, 4)))
