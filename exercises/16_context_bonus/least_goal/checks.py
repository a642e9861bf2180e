import numpy as np

from simlib.exercise.expect import expect_array, expect_close

NAME = "least_goal"


def least(answer, bonus, arrival, discount):
    got = answer.keeping().call(NAME, bonus, arrival, discount)
    return expect_array(got, "the answer", bonus.shape[:1], "float", "(runs,)")


def wanted(bonus, arrival, discount):
    """Backwards, step by step: what lies ahead is discounted once for each step."""
    found = np.zeros(len(bonus))
    for run, when in enumerate(arrival.tolist()):
        for paid in bonus[run, :when:-1].tolist():
            found[run] = discount * (paid + found[run])
    return found


def check_shape(answer, rng):
    """Returns one number for each run."""
    for n_runs, steps in ((5, 7), (1, 4), (3, 1)):
        least(answer, rng.random((n_runs, steps)), rng.integers(0, steps, n_runs), 0.9)


def check_last_step(answer, rng):
    """Asks for nothing where nothing lies ahead."""
    bonus = rng.random((4, 6))
    got = least(answer, bonus, np.full(4, 5), 0.9)
    expect_close(got, np.zeros(4), "in the last step there is nothing to lose: any goal is worth it")


def check_undiscounted(answer, rng):
    """Adds up what lies ahead, if nothing is discounted."""
    for when in (0, 2, 5):
        bonus, arrival = rng.random((5, 8)), np.full(5, when)
        sentence = "without discounting the goal must be worth the sum of the bonuses of later steps"
        expect_close(least(answer, bonus, arrival, 1.0), wanted(bonus, arrival, 1.0), sentence)


def check_discount(answer, rng):
    """Discounts it, from the arrival on."""
    for when in (0, 1, 4):
        bonus, arrival, discount = rng.random((5, 9)), np.full(5, when), float(rng.uniform(0.5, 0.95))
        sentence = (
            f"with discount {discount:.2f} a bonus k steps after the arrival is worth discount^k of itself"
        )
        expect_close(least(answer, bonus, arrival, discount), wanted(bonus, arrival, discount), sentence)


def check_arrivals(answer, rng):
    """Takes each run's own arrival."""
    for _ in range(4):
        bonus, discount = 3 * rng.random((8, 10)), float(rng.uniform(0.3, 1))
        arrival = rng.integers(0, 10, 8)
        sentence = "where runs arrive at different steps each must count what lies ahead of its own"
        expect_close(least(answer, bonus, arrival, discount), wanted(bonus, arrival, discount), sentence)
