import numpy as np

from simlib.exercise.expect import expect, expect_array, expect_close

NAME = "regret_elsewhere"


def world(rng):
    """A horizon and three probabilities whose two gaps differ much."""
    small, large = float(rng.uniform(0.05, 0.1)), float(rng.uniform(0.15, 0.3))
    low = float(rng.uniform(0.1, 0.5))
    first, second = (small, large) if rng.random() < 0.5 else (large, small)
    return int(rng.integers(200, 5000)), low, low + first, low + first + second


def divergence(p, q):
    return p * np.log(p / q) + (1 - p) * np.log((1 - p) / (1 - q))


def wanted(regret, horizon, low, mid, high):
    evidence = divergence(low, high) * regret / (mid - low)
    chance = 0.5 * np.exp(-evidence) - 2 * regret / (horizon * (mid - low))
    return 0.5 * horizon * (high - mid) * chance.clip(min=0)


def bound(answer, regret, *case):
    got = answer.call(NAME, regret, *case)
    return expect_array(got, "the bound", regret.shape, "float", "(n,)")


def check_shape(answer, rng):
    """Returns one bound for each policy."""
    for n in (5, 1, 12):
        bound(answer, rng.uniform(0, 3, n), *world(rng))


def check_none(answer, rng):
    """Is right for policies that have no regret in A."""
    for _ in range(3):
        case = world(rng)
        sentence = (
            "without regret in A there is no evidence: the bound must be what the chance 1/2 costs in B"
        )
        expect_close(bound(answer, np.zeros(2), *case), wanted(np.zeros(2), *case), sentence)


def check_small(answer, rng):
    """Is right for small regrets in A."""
    for _ in range(6):
        case = world(rng)
        horizon, low, mid, high = case
        # up to 1.5 nats, and never so much that the bound says nothing
        pulls = rng.uniform(0.05, 1.5, 6) / divergence(low, high)
        regret = np.minimum(pulls, 0.04 * horizon) * (mid - low)
        sentence = "for small regrets in A the bound must follow from the three facts of the card"
        expect_close(bound(answer, regret, *case), wanted(regret, *case), sentence)


def check_all(answer, rng):
    """Is right for all regrets in A, and never negative."""
    for _ in range(4):
        case = world(rng)
        horizon, low, mid, _ = case
        regret = np.append(rng.uniform(0, 1, 6) ** 3 * horizon * (mid - low), 0.9 * horizon * (mid - low))
        got = bound(answer, regret, *case)
        expect(bool((got >= 0).all()), "a regret is never negative, so no bound need be")
        sentence = "the bound must follow from the three facts of the card, and be 0 where they say nothing"
        expect_close(got, wanted(regret, *case), sentence)
