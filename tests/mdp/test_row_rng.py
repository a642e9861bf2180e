"""Streams of rows: against generators asked one by one, whoever else is there, and their law."""

import numpy as np
from gymnasium.utils.seeding import np_random

from simlib.mdp.row_rng import RowRng
from simlib.stats import ALPHA, check_counts, check_mean, detectable_gap


def seeded(seeds: list[int]) -> RowRng:
    rows = RowRng(len(seeds))
    for row, seed in enumerate(seeds):
        rows.seed(row, seed)
    return rows


def test_each_row_is_its_own_generator(seed):
    # three rows that take numbers at different times, over the end of what is drawn ahead
    rows, rng = seeded([7, 8, 9]), np.random.default_rng(seed)
    heard: list[list[float]] = [[], [], []]
    for _ in range(3 * RowRng.CHUNK):
        who = np.flatnonzero(rng.random(3) < [0.9, 0.4, 0.6])
        for row, number in zip(who, rows.random(who), strict=True):
            heard[row].append(number)
    for row, numbers in enumerate(heard):
        assert len(numbers) > RowRng.CHUNK
        assert numbers == np.random.default_rng(7 + row).random(len(numbers)).tolist()


def test_a_seed_gives_gymnasium_s_generator():
    rows, (theirs, _) = seeded([123]), np_random(123)
    ours = [rows.random(np.array([0]))[0] for _ in range(5)]
    assert np.array_equal(ours, theirs.random(5))


def test_the_order_of_rows_does_not_matter():
    forth, back = seeded([1, 2, 3]), seeded([1, 2, 3])
    one, other = forth.random(np.array([0, 1, 2])), back.random(np.array([2, 0, 1]))
    assert np.array_equal(one, other[[1, 2, 0]])


def test_a_new_seed_forgets_what_was_drawn_ahead():
    rows = seeded([4, 5])
    first = rows.random(np.array([0, 1]))
    rows.random(np.array([0, 1]))
    rows.seed(1, 5)
    again = rows.random(np.array([0, 1]))
    assert again[1] == first[1]
    assert again[0] != first[0]


def test_unseeded_rows_differ():
    assert len(set(RowRng(5).random(np.arange(5)).tolist())) == 5


def test_the_law_of_integers(seed):
    n = 30_000
    rows = seeded(list(range(seed, seed + n)))
    counts = np.bincount(rows.integers(np.arange(n), 5), minlength=5)
    check_counts(counts, np.full(5, 0.2))
    assert detectable_gap(n, p=0.2, alpha=ALPHA / 5) < 0.03
    check_mean(rows.random(np.arange(n)), 0.5, 0, 1)
    assert detectable_gap(n) < 0.03
