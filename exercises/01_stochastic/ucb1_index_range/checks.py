import numpy as np

from simlib.exercise.expect import expect, expect_array, expect_close

NAME = "ucb1_index_range"


def index_of(answer, mean, pulls, t, low, high):
    """The student's index, of the right type and shape; infinite values may occur."""
    got = answer.allowing("inf").call(NAME, mean, pulls, t, low, high)
    axes = "(runs, arms)" if mean.ndim == 2 else "(arms,)"
    return expect_array(got, "the index", mean.shape, "float", axes)


def wanted(mean, pulls, t, low, high):
    return mean + (high - low) * np.sqrt(2 * np.log(t) / pulls)


def arms(rng, low, high, shape):
    """Means and pulls (at least 1) of random arms, with the round they might be in."""
    pulls = rng.integers(1, 60, shape)
    pulls[..., 0] += 100  # arms that differ much in how well they are known
    return rng.uniform(low, high, shape), pulls, int(pulls.sum(axis=-1).max()) + 1


def check_shape(answer, rng):
    """Returns one index for each run and arm."""
    for shape in ((7, 4), (1, 5), (6, 1), (3,)):
        index_of(answer, *arms(rng, 0, 1, shape), 0, 1)


def check_unit_range(answer, rng):
    """Is UCB1's index when the rewards lie in [0, 1]."""
    for shape in ((8, 5), (4,)):
        case = (*arms(rng, 0, 1, shape), 0, 1)
        sentence = "for rewards in [0, 1] the index must be the chapter's, mean plus confidence radius"
        expect_close(index_of(answer, *case), wanted(*case), sentence)


def check_other_ranges(answer, rng):
    """Is right for other ranges, in the units of the rewards."""
    for _ in range(6):
        low, width = float(rng.uniform(-20, 20)), float(rng.uniform(0.1, 30))
        mean, pulls, t = arms(rng, low, low + width, (5, 4))
        case = (mean, pulls.astype(float), t, low, low + width)
        sentence = "for rewards in [low, high] the index must choose as UCB1 does on rescaled rewards"
        expect_close(index_of(answer, *case), wanted(*case), sentence + ", in the units given")


def check_never_pulled(answer, rng):
    """Puts arms never pulled before all others, in every round."""
    for t in (50, 2, 1):
        low = float(rng.uniform(1, 5))
        mean, pulls, _ = arms(rng, low, low + 3, (6, 4))
        never = rng.random(mean.shape) < 0.4
        never[0, 0], never[0, 1] = True, False
        mean, pulls = np.where(never, 0.0, mean), np.where(never, 0, pulls)
        got = index_of(answer, mean, pulls, t, low, low + 3)
        first = "an arm never pulled must get plus infinity"
        expect(bool((got[never] == np.inf).all()), first + (", in round 1 too" if t == 1 else ""))
        rest = wanted(mean[~never], pulls[~never], t, low, low + 3)
        expect_close(got[~never], rest, "arms that were pulled keep their index beside others that were not")
