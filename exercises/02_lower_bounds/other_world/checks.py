import numpy as np

from simlib.exercise.expect import expect, expect_close, expect_number

NAME = "other_world"


def estimate(answer, arm, reward, event, means, other):
    got = answer.call(NAME, arm, reward, event, means, other)
    return expect_number(got, "the estimate", low=0)


def all_courses(quarters, rounds):
    """Every course of a game, as often as expected: arm (R, T), reward (R, T), for means quarters / 4.

    The policy stays with an arm that paid, else goes on to the next; it begins with the last.
    """
    arms, rewards = [], []
    for course in np.ndindex(*[2] * rounds):
        arm, copies, pulled = len(quarters) - 1, 1, []
        for paid in course:
            pulled.append(arm)
            copies *= int(quarters[arm]) if paid else 4 - int(quarters[arm])
            arm = arm if paid else (arm + 1) % len(quarters)
        arms += [pulled] * copies
        rewards += [course] * copies
    return np.array(arms), np.array(rewards, dtype=float)


def weights(arm, reward, means, other):
    ratio = np.where(reward > 0, other[arm] / means[arm], (1 - other[arm]) / (1 - means[arm]))
    return np.exp(np.log(ratio).sum(axis=1))


def random_runs(rng, n_runs, rounds, n_arms):
    means, other = rng.uniform(0.2, 0.8, (2, n_arms))
    arm = rng.integers(0, n_arms, (n_runs, rounds))
    reward = (rng.random((n_runs, rounds)) < means[arm]).astype(float)
    return arm, reward, means, other


def check_type(answer, rng):
    """Returns one number."""
    for n_runs, rounds in ((20, 3), (1, 5), (6, 1)):
        arm, reward, means, other = random_runs(rng, n_runs, rounds, 3)
        estimate(answer, arm, reward, np.ones(n_runs, bool), means, other)


def check_exact(answer, rng):
    """Is exact on runs that show every course as often as expected."""
    for n_arms in (2, 3):
        quarters = rng.permutation([1, 2, 3])[:n_arms]
        arm, reward = all_courses(quarters, 3)
        means, other = quarters / 4, rng.uniform(0.1, 0.9, n_arms)
        part = weights(arm, reward, means, other) / len(arm)
        for event in (reward.sum(axis=1) > 1, (arm == 0).any(axis=1), reward[:, 0] > 0, reward[:, 2] < 1):
            got = estimate(answer, arm, reward, event, means, other)
            sentence = "on runs that show every course of a short game as often as expected"
            expect_close(got, part[event].sum(), sentence + " the estimate must be the chance in B")


def check_random(answer, rng):
    """Counts every run once, on random runs."""
    for n_runs, rounds, n_arms in ((50, 12, 4), (7, 5, 2), (200, 1, 3)):
        arm, reward, means, other = random_runs(rng, n_runs, rounds, n_arms)
        event = rng.random(n_runs) < 0.4
        event[:2] = True, False
        want = weights(arm, reward, means, other)[event].sum() / n_runs
        sentence = "on random runs every run must count once, with its weight where the event happened"
        expect_close(estimate(answer, arm, reward, event, means, other), want, sentence)
    arm, _, means, other = random_runs(rng, 5, 6, 3)
    lucky = (other > means)[arm].astype(float)  # every reward speaks for B
    want = weights(arm, lucky, means, other)[1:].sum() / 5
    sentence = "where the runs favour B the estimate is a mean of large weights"
    expect_close(estimate(answer, arm, lucky, np.arange(5) > 0, means, other), want, sentence)


def check_never(answer, rng):
    """Gives 0 to an event that never happened."""
    arm, reward, means, other = random_runs(rng, 9, 4, 3)
    got = estimate(answer, arm, reward, np.zeros(9, bool), means, other)
    expect(got == 0, "an event that happened in no run must get an estimate of 0")


def check_long(answer, rng):
    """Holds in long games, where a whole run's probability is too small for a float."""
    arm, reward, means, _ = random_runs(rng, 12, 3000, 3)
    other = means + rng.uniform(-0.01, 0.01, 3)
    event = np.arange(12) % 3 > 0
    want = weights(arm, reward, means, other)[event].sum() / 12
    sentence = "in a long game the ratio must be taken before the numbers get too small"
    expect_close(estimate(answer, arm, reward, event, means, other), want, sentence, rtol=1e-7)
