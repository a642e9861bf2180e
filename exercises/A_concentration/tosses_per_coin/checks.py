import numpy as np

from simlib.exercise.expect import expect, expect_array

NAME = "tosses_per_coin"


def tosses(answer, gap, n_coins, delta):
    """The student's numbers, of the right type and shape."""
    got = answer.call(NAME, gap, n_coins, delta)
    return expect_array(got, "the result", gap.shape, "int", "of gap")


def enough(gap, n_coins, delta):
    """The real number from which on the promise holds."""
    return 2 * np.log(2 * n_coins / delta) / gap**2


def gaps_of(rng, shape, low=0.02):
    return rng.uniform(low, 0.6, shape)


def check_shape(answer, rng):
    """Returns a whole number for each gap."""
    for shape in ((4,), (2, 3), (1,), (3, 1, 2)):
        got = tosses(answer, gaps_of(rng, shape), int(rng.integers(2, 30)), 0.1)
        expect(bool((got >= 1).all()), "every coin must be tossed at least once")


def check_one_coin(answer, rng):
    """Is right, to one part in a hundred, for a single coin."""
    for _ in range(4):
        gap, delta = gaps_of(rng, (5,), 0.02) / 6, float(rng.uniform(0.01, 0.3))
        ratio = tosses(answer, gap, 1, delta) / enough(gap, 1, delta)
        sentence = "for one coin Hoeffding's radius, on both sides, must be as long as the card allows a bar"
        expect(bool((abs(ratio - 1) < 0.01).all()), sentence)


def check_many_coins(answer, rng):
    """Is right, to one part in a hundred, for many coins."""
    for _ in range(4):
        n_coins, delta = int(rng.integers(5, 500)), float(rng.uniform(0.01, 0.3))
        gap = gaps_of(rng, (6,), 0.02) / 6
        ratio = tosses(answer, gap, n_coins, delta) / enough(gap, n_coins, delta)
        sentence = "for many coins all bars must hold together with probability 1 - delta"
        expect(bool((abs(ratio - 1) < 0.01).all()), sentence + ", each with an equal share of delta")


def check_smallest(answer, rng):
    """Finds the smallest n, for large gaps and tiny ones."""
    for low, high in ((0.3, 1.0), (0.05, 0.3), (1e-4, 1e-3), (1e-5, 2e-5)):
        gap = rng.uniform(low, high, (40,))
        n_coins, delta = int(rng.integers(1, 60)), float(rng.uniform(0.01, 0.3))
        got, real = tosses(answer, gap, n_coins, delta), enough(gap, n_coins, delta)
        least, most = np.ceil(real * (1 - 1e-9)), np.ceil(real * (1 + 1e-9))
        expect(bool((got >= least).all()), "some n is too small: with so few tosses the promise is broken")
        expect(bool((got <= most).all()), "some n is too large: fewer tosses keep the promise")
