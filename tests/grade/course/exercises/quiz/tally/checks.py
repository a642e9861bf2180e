from simlib.exercise.expect import expect_close, expect_number


def check_sum(answer, rng):
    """Adds up."""
    tally, total = answer.new("Tally"), 0.0
    for x in rng.normal(size=20).tolist():
        tally.call("add", x)
        total += x
        expect_close(expect_number(tally.call("total"), "the total"), total, "the total is wrong")


def check_reset(answer, rng):
    """Forgets at reset, and every tally is on its own."""
    one, two = answer.new("Tally"), answer.new("Tally")
    x, y, z = rng.random(3).tolist()
    one.call("add", x)
    two.call("add", y)
    one.call("reset")
    one.call("add", z)
    expect_close(expect_number(one.call("total"), "the total"), z, "the total after reset is wrong")
    expect_close(expect_number(two.call("total"), "the total"), y, "two tallies share something")
