import numpy as np

from simlib.exercise.expect import expect_array, expect_close

NAME = "gated_bonus"
DIGITS = 1e-3  # so that a small number added to sd, against 0 / 0, is right as well


def gated(answer, episodic, novelty, most):
    got = answer.keeping().call(NAME, episodic, novelty, most)
    return expect_array(got, "the answer", episodic.shape, "float", "(runs, places)")


def wanted(episodic, novelty, most):
    """Run by run, with sums in place of NumPy's mean and std."""
    rows = []
    for paid, new in zip(episodic, novelty, strict=True):
        mean = new.sum() / len(new)
        sd = (((new - mean) ** 2).sum() / len(new)) ** 0.5
        gate = np.ones(len(new)) if np.ptp(new) == 0 else 1 + (new - mean) / sd
        rows.append(paid * np.minimum(np.maximum(gate, 1), most))
    return np.array(rows)


def close(got, want, sentence):
    expect_close(got, want, sentence, rtol=DIGITS)


def rounded(rng, places):
    """A novelty whose mean over equal places is rounded down, so that a computed sd is not 0."""
    while True:
        value = float(rng.random())
        if np.full((1, places), value).mean(axis=1)[0] < value:
            return value


def check_shape(answer, rng):
    """Returns one bonus for each run and place."""
    for shape in ((4, 6), (1, 5), (3, 2)):
        gated(answer, rng.random(shape), rng.random(shape), 5.0)


def check_gate(answer, rng):
    """Raises what is rarer than usual, and lowers nothing."""
    for shape in ((5, 8), (1, 6), (3, 2)):
        episodic, novelty = rng.random(shape), rng.random(shape)
        sentence = "where nothing is cut off from above the gate must be max(1 + (novelty - mean) / sd, 1)"
        close(gated(answer, episodic, novelty, 50.0), wanted(episodic, novelty, 50.0), sentence)


def check_most(answer, rng):
    """Cuts the gate off at `most`."""
    for most in (1.0, 1.3, 2.0):
        episodic, novelty = rng.random((6, 9)), rng.random((6, 9)) ** 4
        sentence = f"with most = {most:g} no gate may be above it, and the others must stay"
        close(gated(answer, episodic, novelty, most), wanted(episodic, novelty, most), sentence)


def check_equal(answer, rng):
    """Leaves the bonus alone where all places are equally novel."""
    episodic, novelty = rng.random((4, 5)), rng.random((4, 5))
    novelty[1], novelty[2] = 0.5, 0.0
    sentence = "in a run whose places are all equally novel the gate must be 1"
    got, want = gated(answer, episodic, novelty, 5.0), wanted(episodic, novelty, 5.0)
    close(got[1:3], want[1:3], sentence)
    close(got, want, "beside a run of equal novelties the other runs come out wrong")
    for places in (5, 6, 7):
        episodic = rng.random((2, places))
        novelty = np.repeat([[rounded(rng, places)], [rounded(rng, places)]], places, axis=1)
        close(
            gated(answer, episodic, novelty, 5.0), episodic, f"{sentence}, also where s is a rounding error"
        )


def check_scales(answer, rng):
    """Takes each run for itself, whatever the size of its novelty."""
    episodic, novelty = rng.random((6, 7)), rng.random((6, 7)) * 10.0 ** np.arange(-3, 3)[:, None]
    sentence = (
        "where novelty is large in some runs and small in others, each must be held against its own mean"
    )
    close(gated(answer, episodic, novelty, 4.0), wanted(episodic, novelty, 4.0), sentence)
