import numpy as np

from simlib.exercise.expect import expect_array, expect_close


def hills(rng, d, negative=False):
    """Two random hills and weights whose mixture has a top."""
    root = rng.normal(size=(2, d, d))
    curvature = root @ root.swapaxes(1, 2) + 0.3 * np.eye(d)
    weights = rng.uniform(0.3, 2, 2)
    if negative:
        curvature[1] *= 0.3 / np.abs(np.linalg.eigvals(np.linalg.solve(curvature[0], curvature[1]))).max()
        weights = np.array([1.0, -rng.uniform(0.5, 1.5)])
    return weights, curvature, rng.normal(size=(2, d)) * 2


def top_of(weights, curvature, centre):
    bowl = weights[0] * curvature[0] + weights[1] * curvature[1]
    pull = weights[0] * curvature[0] @ centre[0] + weights[1] * curvature[1] @ centre[1]
    return np.linalg.solve(bowl, pull), bowl


def wanted(weights, curvature, centre):
    top, bowl = top_of(weights, curvature, centre)
    slopes = [-curvature[k] @ (top - centre[k]) for k in (0, 1)]
    return np.array([slopes[0] @ np.linalg.solve(bowl, slope) for slope in slopes])


def answered(answer, case):
    got = answer.call("hypergradient", *case)
    return expect_array(got, "the hypergradient", (2,), "float", "(2,)")


def compare(answer, case, sentence):
    want = wanted(*case)
    expect_close(answered(answer, case), want, sentence, rtol=1e-5, atol=1e-5 * float(np.abs(want).max()))


def check_shape(answer, rng):
    """Returns one number for each weight."""
    for d in (1, 3):
        answered(answer, hills(rng, d))


def check_one_number(answer, rng):
    """Is right where theta is one number."""
    for _ in range(5):
        compare(
            answer, hills(rng, 1), "with d = 1 it must be how the first hill's height at the top moves with w"
        )


def check_more(answer, rng):
    """Is right for more parameters."""
    for d in (2, 3, 4, 5):
        sentence = "with more parameters the inner curvature is a matrix, and its inverse belongs in between"
        compare(answer, hills(rng, d), sentence)


def check_negative(answer, rng):
    """Is right for a negative weight."""
    for d in (1, 2, 4):
        sentence = "with a negative weight of the second hill the formula must stay the same"
        compare(answer, hills(rng, d, negative=True), sentence)


def check_scaling(answer, rng):
    """Knows that only the ratio of the weights moves the top."""
    weights, curvature, centre = hills(rng, 3)
    got = answered(answer, (3.0 * weights, curvature, centre))
    sentence = "with both weights three times as large the top stays, and so each effect must be a third"
    want = wanted(weights, curvature, centre) / 3
    expect_close(got, want, sentence, rtol=1e-5, atol=1e-5 * float(np.abs(want).max()))
