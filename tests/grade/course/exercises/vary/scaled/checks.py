from simlib.exercise.expect import expect_close


def check_product(answer, rng):
    """Is the right number of times as large."""
    x = rng.normal(size=4)
    expect_close(answer.call("scaled", x), VARIANT_factor * x, "the numbers are wrong")
