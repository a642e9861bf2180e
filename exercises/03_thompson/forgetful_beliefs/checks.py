import numpy as np

from simlib.exercise.expect import expect, expect_array, expect_close

NAME = "forgetful_beliefs"


def step(answer, alpha, beta, arm, reward, keep):
    """The student's new beliefs, of the right type and shape."""
    got = answer.call(NAME, alpha, beta, arm, reward, keep)
    pair = type(got) is list and len(got) == 2
    expect(pair, "the answer must return two arrays, the new alpha and the new beta")
    return [
        expect_array(value, name, alpha.shape, "float", "(runs, arms)")
        for value, name in zip(got, ("alpha", "beta"), strict=True)
    ]


def wanted(alpha, beta, arm, reward, keep):
    """The new beliefs by another road: a mask of what was pulled."""
    pulled = np.eye(alpha.shape[1])[arm]
    gain = pulled * reward[:, None], pulled * (1 - reward)[:, None]
    return [keep * old + 1 - keep + new for old, new in zip((alpha, beta), gain, strict=True)]


def beliefs(rng, n_runs, n_arms, coins=False):
    """Random beliefs, the arms pulled and their rewards."""
    alpha, beta = 1 + 20 * rng.random((2, n_runs, n_arms))
    reward = rng.random(n_runs)
    return alpha, beta, rng.integers(0, n_arms, n_runs), np.round(reward) if coins else reward


def compare(answer, case, keep, sentence):
    for name, got, want in zip(
        ("alpha", "beta"), step(answer, *case, keep), wanted(*case, keep), strict=True
    ):
        expect_close(got, want, f"{sentence}; {name} is not what it should be")


def check_shape(answer, rng):
    """Returns two arrays, one number for each run and arm."""
    for n_runs, n_arms in ((6, 3), (1, 4), (5, 1)):
        step(answer, *beliefs(rng, n_runs, n_arms, coins=True), 0.9)


def check_arguments(answer, rng):
    """Leaves the arrays that it was given as they are."""
    for n_arms in (1, 3):
        step(answer.keeping(), *beliefs(rng, 5, n_arms, coins=True), 0.8)


def check_keep_all(answer, rng):
    """Is the ordinary posterior where nothing is forgotten."""
    for n_arms in (2, 5):
        case = beliefs(rng, 8, n_arms, coins=True)
        compare(answer, case, 1.0, "with keep = 1 a success adds 1 to alpha of its arm, a failure 1 to beta")


def check_fading(answer, rng):
    """Lets what was seen before fade, the prior not, the newest reward not."""
    for n_arms in (2, 5):
        case = beliefs(rng, 8, n_arms, coins=True)
        keep = float(rng.uniform(0.3, 0.95))
        compare(
            answer, case, keep, f"with keep = {keep:.2f} all earlier evidence must fade, and nothing else"
        )


def check_between(answer, rng):
    """Counts rewards between 0 and 1 as parts."""
    keep = float(rng.uniform(0.5, 0.99))
    compare(
        answer, beliefs(rng, 9, 3), keep, "a reward r in [0, 1] counts as r of a success, 1 - r of a failure"
    )


def check_long_play(answer, rng):
    """Is right after many rounds, from the prior on."""
    n_runs, n_arms, rounds = 4, 3, 40
    keep = float(rng.uniform(0.7, 0.95))
    alpha, beta = np.ones((2, n_runs, n_arms))
    heads, tails = np.zeros((2, n_runs, n_arms))
    for t in range(rounds):
        arm, reward = rng.integers(0, n_arms, n_runs), rng.integers(0, 2, n_runs).astype(float)
        alpha, beta = step(answer, alpha, beta, arm, reward, keep)
        age = keep ** (rounds - 1 - t)
        heads[np.arange(n_runs), arm] += age * reward
        tails[np.arange(n_runs), arm] += age * (1 - reward)
    sentence = f"after {rounds} rounds each reward must count keep^n, n the rounds since"
    expect_close(alpha, 1 + heads, sentence + "; alpha is not what it should be", rtol=1e-8)
    expect_close(beta, 1 + tails, sentence + "; beta is not what it should be", rtol=1e-8)
