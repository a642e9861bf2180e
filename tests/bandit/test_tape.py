"""The reward tape: a known generator, fair numbers, and a cell that never changes."""

import numpy as np

from simlib.bandit.tape import RewardTape, tape_uniform
from simlib.stats import check_counts

MASK = 2**64 - 1


def splitmix64(state: int) -> int:
    """One output of SplitMix64 in Python's own integers, as its authors publish it."""
    z = (state + 0x9E3779B97F4A7C15) & MASK
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return z ^ (z >> 31)


def test_the_first_output_from_state_0_is_the_published_one():
    assert splitmix64(0) == 0xE220A8397B1DCDAF
    first = tape_uniform(np.array([0], dtype=np.uint64), np.array([1], dtype=np.uint64))
    assert first[0] == (0xE220A8397B1DCDAF >> 11) * 2.0**-53


def test_the_nth_cell_is_the_nth_output_of_the_generator():
    for key in (0, 12345, 2**63 + 7):
        n = np.arange(1, 50, dtype=np.uint64)
        tape = tape_uniform(np.full(49, key, dtype=np.uint64), n)
        states = [(key + (i - 1) * 0x9E3779B97F4A7C15) & MASK for i in range(1, 50)]
        assert np.array_equal(tape, [(splitmix64(s) >> 11) * 2.0**-53 for s in states])


def test_reading_moves_one_tape_and_no_other():
    order = np.tile(np.arange(3), (128, 1))
    tape = RewardTape(0, range(1), order)
    rows = np.arange(128) * 3
    first, second, other = tape.read(rows + 1), tape.read(rows + 1), tape.read(rows + 2)
    assert not np.array_equal(first, second)
    assert np.array_equal(tape.pulls, np.tile([0, 2, 1], (128, 1)))
    again = RewardTape(0, range(1), order)
    assert np.array_equal(again.read(rows + 2), other)
    assert np.array_equal(again.read(rows + 1), first)


def test_the_tape_belongs_to_the_arm_and_not_to_the_number_it_was_dealt():
    straight = np.tile(np.arange(3), (128, 1))
    turned = np.tile([2, 0, 1], (128, 1))
    rows = np.arange(128) * 3
    world_arm_0 = RewardTape(0, range(1), straight).read(rows + 0)
    assert np.array_equal(RewardTape(0, range(1), turned).read(rows + 1), world_arm_0)


def test_cells_are_uniform_and_neighbours_independent(seed):
    tape = RewardTape(seed, range(8), np.tile(np.arange(10), (1024, 1)))
    cells = np.arange(1024 * 10)
    one, two = (np.floor(10 * tape.read(cells)).astype(int) for _ in range(2))
    check_counts(np.bincount(one, minlength=10), np.full(10, 0.1))
    check_counts(np.bincount(10 * one + two, minlength=100), np.full(100, 0.01))  # next cell
    pairs = one.reshape(1024, 10)
    check_counts(np.bincount(10 * pairs[:, 0] + pairs[:, 1], minlength=100), np.full(100, 0.01))  # next arm
