import numpy as np

from simlib.exercise.expect import expect, expect_number

NAME = "peeking_share"


def predicted(answer, case):
    """The student's number for one case."""
    name = f'the prediction for "{case}"'
    value = answer.call(NAME, case)
    if type(value) in (int, float):
        expect(value <= 1 or value > 100, name + " must be a share from 0 to 1, not a percentage")
    return expect_number(value, name, 0, 1)


def outside(heads, n):
    """Where 1/2 lies outside the 95 % interval."""
    return abs(2 * heads - n) > 1.96 * np.sqrt(n).astype(np.float32)


def some_looks(rng, looks):
    """The share of 20,000 fair coins reported by a few looks."""
    looks = np.array(looks)
    heads = rng.binomial(np.diff(looks, prepend=0), 0.5, (20_000, len(looks))).cumsum(axis=1)
    return float(outside(heads, looks).any(axis=1).mean())


def every_toss(rng, tosses):
    """The share of 2000 fair coins reported by looks from the 10th toss on."""
    heads = rng.integers(0, 2, (2000, tosses), dtype=np.int8).cumsum(axis=1, dtype=np.int16)
    n = np.arange(10, tosses + 1, dtype=np.int16)
    return float(outside(heads[:, 9:], n).any(axis=1).mean())


def near(got, seen, tolerance):
    return abs(got - seen) <= tolerance


def check_numbers(answer, rng):
    """Commits to a share from 0 to 1 in each case."""
    for case in ("one look", "ten looks", "every toss", "ten times longer"):
        predicted(answer, case)


def check_one_look(answer, rng):
    """Foresees one look, to within 0.03."""
    got = predicted(answer, "one look")
    seen = some_looks(rng, [1000])
    expect(got < 0.5, "with one look she reports few: the share asked for is that of the coins reported")
    expect(got > 0.02, "the chapter's intervals are Hoeffding's; hers is shorter, and misses more often")
    expect(near(got, seen, 0.03), "one look at a moment fixed beforehand is what a 95 % interval is made for")


def check_ten_looks(answer, rng):
    """Foresees ten looks, to within 0.06."""
    got = predicted(answer, "ten looks")
    seen = some_looks(rng, range(100, 1001, 100))
    if not near(got, seen, 0.06):
        expect(got > seen, "ten looks are ten chances to be fooled: she reports more coins than you think")
        expect(got > 0.45, "you may think of ten independent looks; they share most of their tosses")
        expect(False, "ten times 5 % is the most that a union bound allows; the looks share most tosses")


def check_every_toss(answer, rng):
    """Foresees a look after every toss, to within 0.12."""
    got = predicted(answer, "every toss")
    seen = every_toss(rng, 1000)
    if not near(got, seen, 0.12):
        expect(got > seen, "looking after every toss, she reports more coins than you think")
        expect(False, "she reports fewer: neighbouring looks see nearly the same tosses, and are one chance")


def check_ten_times_longer(answer, rng):
    """Foresees ten times as many tosses, to within 0.12."""
    got, short = predicted(answer, "ten times longer"), predicted(answer, "every toss")
    expect(got > short, "whoever was reported within 1000 tosses stays reported, and later looks report more")
    seen = every_toss(rng, 10_000)
    if not near(got, seen, 0.12):
        expect(got > seen, "the mean settles down, but the interval shrinks as fast: she reports more coins")
        sentence = "ten times as many looks are few fresh chances: what counts is how often n doubles"
        expect(False, sentence)
