from simlib.exercise.expect import expect_close, expect_number


def check_many(answer, rng):
    """Is right for many numbers."""
    for n in (5, 50, 500):
        x = rng.normal(size=n)
        got = expect_number(answer.call("spread", x), "the spread")
        expect_close(got, x.max() - x.min(), "the spread of many numbers is wrong")


def check_few(answer, rng):
    """Is right for two numbers."""
    x = 3 + rng.random(2)
    got = expect_number(answer.call("spread", x), "the spread")
    expect_close(got, abs(x[0] - x[1]), "the spread of two numbers is wrong")


def check_far(answer, rng):
    """Is right for negative numbers, far from zero."""
    x = -1000 - rng.random(20)
    got = expect_number(answer.call("spread", x), "the spread")
    expect_close(got, x.max() - x.min(), "the spread of negative numbers is wrong")
