import numpy as np

from simlib.exercise.expect import expect

NAME = "tosses_needed"


def errors(p, q, most):
    """The best test's chance of error after 1, 2, ..., most tosses."""
    laws, found = np.ones((2, 1)), []
    heads = np.array([[p], [q]])
    for _ in range(most):
        longer = np.zeros((2, laws.shape[1] + 1))
        longer[:, 1:] += laws * heads
        longer[:, :-1] += laws * (1 - heads)
        laws = longer
        found.append(laws.min(axis=0).sum() / 2)
    return np.array(found)


def needed(answer, p, q, delta):
    """The student's number, which must be an int of at least 1."""
    got = answer.call(NAME, p, q, delta)
    expect(type(got) is int, "the result must be a whole number, an int")
    expect(got >= 1, "at least one toss is needed")
    return got


def compare(answer, p, q, delta, which):
    """Fail in words if the number differs; delta is moved off the errors that rounding could decide."""
    chances = errors(p, q, 500)
    delta += 1e-6 if np.abs(chances - delta).min() < 1e-7 else 0.0
    got, want = needed(answer, p, q, delta), int((chances <= delta).argmax()) + 1
    few = f"{which}: with one toss fewer than needed, or fewer still, the best test errs too often"
    expect(got >= want, few)
    expect(got <= want, f"{which}: fewer tosses than this are enough for the best test")


def check_type(answer, rng):
    """Returns a whole number."""
    for p, q in ((0.2, 0.9), (0.7, 0.1)):
        needed(answer, p + float(rng.uniform(0, 0.05)), q, 0.2)


def check_symmetric(answer, rng):
    """Is right for coins that lie symmetrically about 1/2."""
    for gap in (0.08, 0.12, 0.2):
        gap, delta = gap * float(rng.uniform(0.9, 1.1)), float(rng.uniform(0.05, 0.3))
        compare(answer, 0.5 - gap, 0.5 + gap, delta, "coins symmetric about 1/2")


def check_any(answer, rng):
    """Is right for any two coins, in either order."""
    for delta in (0.03, 0.05, 0.08, 0.15, 0.25):
        low = float(rng.uniform(0.02, 0.08))
        high = low + float(rng.uniform(0.15, 0.4))
        for p, q in ((low, high), (1 - low, 1 - high), (high, low)):
            exact = delta * float(rng.uniform(0.9, 1.1))
            compare(answer, p, q, exact, "coins that are not symmetric about 1/2")


def check_edges(answer, rng):
    """Is right where a little more or less decides."""
    p, q = float(rng.uniform(0.1, 0.4)), float(rng.uniform(0.55, 0.9))
    for n in (1, 2, 5, 8):
        error = float(errors(p, q, n)[-1])
        compare(answer, p, q, min(error + 1e-4, 0.49), "delta just above the error of some tosses")
        compare(answer, p, q, error - 1e-4, "delta just below the error of some tosses")
