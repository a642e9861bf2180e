import numpy as np

from simlib.exercise.expect import expect_close, expect_number

NAME = "explore_first_regret"


def law(n, p):
    """P(0), ..., P(n) of a binomial law, toss by toss."""
    probability = np.ones(1)
    for _ in range(n):
        probability = np.append(probability * (1 - p), 0) + np.append(0, probability * p)
    return probability


def wanted(n, horizon, good, bad):
    better, worse = law(n, good), law(n, bad)
    behind = np.cumsum(better) - better / 2  # P(good < k) + P(good = k) / 2
    return (good - bad) * (n + (horizon - 2 * n) * float(worse @ behind))


def regret(answer, n, horizon, good, bad):
    got = answer.call(NAME, n, horizon, good, bad)
    return expect_number(got, "the regret", -1e-9, horizon)


def agrees(answer, cases, sentence):
    for case in cases:
        expect_close(regret(answer, *case), wanted(*case), sentence, rtol=1e-9, atol=1e-9)


def coins(rng):
    """A good and a bad coin."""
    high, low = sorted(rng.uniform(0.05, 0.95, 2), reverse=True)
    return float(high), float(low)


def check_number(answer, rng):
    """Returns one number."""
    for _ in range(3):
        regret(answer, int(rng.integers(1, 9)), 100, *coins(rng))


def check_one_pull(answer, rng):
    """Is right after one pull of each arm."""
    cases = [(1, 10, 0.8, 0.4)] + [(1, int(rng.integers(3, 200)), *coins(rng)) for _ in range(5)]
    agrees(answer, cases, "with one pull of each arm four outcomes are possible, and the regret is another")


def check_no_rounds_left(answer, rng):
    """Is right when the game ends with the exploration."""
    cases = [(n, 2 * n, *coins(rng)) for n in rng.integers(2, 40, 5).tolist()]
    agrees(answer, cases, "when no round is left after exploring, only the exploration costs")


def check_random(answer, rng):
    """Is right in many games."""
    cases = [(n, 2 * n + int(rng.integers(1, 5000)), *coins(rng)) for n in rng.integers(2, 60, 12).tolist()]
    agrees(answer, cases, "in a random game the expected regret is another")


def check_edges(answer, rng):
    """Is right for long explorations, equal coins, and coins that always or never pay."""
    p, (good, bad) = float(rng.uniform(0.2, 0.8)), coins(rng)
    cases = [(2000, 9000, 0.52, 0.5), (7, 90, p, p), (6, 80, 1.0, p), (6, 80, p, 0.0), (5, 50, 1.0, 0.0)]
    cases += [(int(rng.integers(400, 900)), 5000, good, bad)]
    agrees(
        answer, cases, "with a long exploration, or a coin that always or never pays, the regret is another"
    )
