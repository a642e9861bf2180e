import numpy as np

from simlib.exercise.expect import expect, expect_array, expect_close

NAME = "coin_interval"
PLACES = 1e-6


def ends(answer, mean, n, delta):
    """The student's intervals, of the right type and shape."""
    got = answer.call(NAME, mean, n, delta)
    return expect_array(got, "the result", (len(mean), 2), "float", "(runs, 2)")


def evidence(mean, q):
    """The divergence of coins of these means, for q inside (0, 1)."""
    safe = np.clip(mean, 1e-300, 1)
    rest = np.clip(1 - mean, 1e-300, 1)
    return mean * np.log(safe / q) + (1 - mean) * np.log(rest / (1 - q))


def wanted(mean, n, delta):
    """The ends, by 200 halvings."""
    level, found = np.log(2 / delta) / n, []
    for end in (0.0, 1.0):
        near, far = mean.copy(), np.full(len(mean), end)
        for _ in range(200):
            middle = np.clip((near + far) / 2, 1e-300, 1 - 1e-16)
            over = evidence(mean, middle) > level
            near, far = np.where(over, near, middle), np.where(over, middle, far)
        found.append(np.where(mean == end, end, near))
    return np.stack(found, axis=-1)


def some_delta(rng):
    return float(rng.uniform(0.01, 0.3))


def check_shape(answer, rng):
    """Returns two ends for each run, in order."""
    for n_runs in (5, 1):
        got = ends(answer, rng.uniform(0.3, 0.7, n_runs), int(rng.integers(20, 60)), some_delta(rng))
        expect(bool((got[:, 0] <= got[:, 1]).all()), "the low end comes first")


def check_never_and_always(answer, rng):
    """Is right for means of 0 and 1."""
    for n in (1, 10, int(rng.integers(20, 200))):
        mean, delta = np.array([0.0, 1.0]), some_delta(rng)
        got, want = ends(answer, mean, n, delta), wanted(mean, n, delta)
        sentence = "a coin that showed only one side so far may still have another"
        expect_close(got, want, sentence + ": the interval must not be a point, nor too long", atol=PLACES)


def check_middle(answer, rng):
    """Is right for means in the middle."""
    for n in (3, 30, 1000):
        mean, delta = rng.uniform(0.25, 0.75, 8), some_delta(rng)
        sentence = "every end must be where the divergence from the mean reaches log(2/delta)/n"
        expect_close(ends(answer, mean, n, delta), wanted(mean, n, delta), sentence, atol=PLACES)


def check_near_the_ends(answer, rng):
    """Is right for means near 0 and 1, with few rewards and with many."""
    for n in (40, 2000):
        mean = np.concatenate([rng.uniform(0.001, 0.05, 4), rng.uniform(0.95, 0.999, 4)])
        delta = some_delta(rng)
        sentence = "near 0 and 1 the interval must be the one of the card, longer towards the middle"
        expect_close(ends(answer, mean, n, delta), wanted(mean, n, delta), sentence, atol=PLACES)
