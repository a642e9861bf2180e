import numpy as np

from simlib.exercise.expect import expect_array, expect_close

NAME = "anytime_interval"


def known(answer, means, looks, delta):
    """The student's intervals, of the right type and shape."""
    got = answer.call(NAME, means, looks, delta)
    axes = "(runs, looks, 2)" if means.ndim == 2 else "(looks, 2)"
    return expect_array(got, "the result", (*means.shape, 2), "float", axes)


def radius(looks, delta):
    k = np.arange(1, len(looks) + 1)
    return np.sqrt(np.log(2 * k * (k + 1) / delta) / (2 * looks))


def wanted(means, looks, delta):
    low = np.maximum.accumulate(means - radius(looks, delta), axis=-1)
    high = np.minimum.accumulate(means + radius(looks, delta), axis=-1)
    return np.stack([low, high], axis=-1)


def some_looks(rng, n_looks, start=1, step=30):
    return start - 1 + rng.integers(1, step, n_looks).cumsum()


def some_delta(rng):
    return float(rng.uniform(0.02, 0.4))


def check_shape(answer, rng):
    """Returns two ends for each look."""
    for shape in ((3, 5), (4,), (1, 6), (5, 1), (1,)):
        known(answer, rng.random(shape), some_looks(rng, shape[-1]), some_delta(rng))


def check_first_look(answer, rng):
    """Is right when there is only one look."""
    for shape in ((1,), (6, 1)):
        means, looks, delta = rng.random(shape), some_looks(rng, 1), some_delta(rng)
        sentence = "a single look has the number 1, and its share of delta is then a half"
        expect_close(known(answer, means, looks, delta), wanted(means, looks, delta), sentence)


def check_steady(answer, rng):
    """Is right when every look has the same mean."""
    for shape in ((9,), (4, 12)):
        means = np.repeat(rng.random((*shape[:-1], 1)), shape[-1], axis=-1)
        looks = 3 * 2 ** np.arange(shape[-1])
        delta = some_delta(rng)
        sentence = "look k must spend the share of delta that the card gives to its number"
        expect_close(known(answer, means, looks, delta), wanted(means, looks, delta), sentence)


def check_moving(answer, rng):
    """Keeps what an earlier look has ruled out."""
    cases = (
        ((15,), some_looks(rng, 15)),
        ((6, 15), some_looks(rng, 15)),
        ((6, 15), some_looks(rng, 15, 200, 4)),
    )
    for shape, looks in cases:
        means, delta = rng.random(shape), some_delta(rng)
        sentence = "after a look its run must know what all its looks so far say together"
        expect_close(known(answer, means, looks, delta), wanted(means, looks, delta), sentence)


def check_no_foresight(answer, rng):
    """Knows after k looks the same, whatever follows."""
    means, looks, delta = rng.random((3, 10)), some_looks(rng, 10), some_delta(rng)
    whole = known(answer, means, looks, delta)
    for k in (1, 4, 9):
        part = known(answer, means[:, :k], looks[:k], delta)
        sentence = "what is known after some looks must not depend on looks that come later"
        expect_close(whole[:, :k], part, sentence)
