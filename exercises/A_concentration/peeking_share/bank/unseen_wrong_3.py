"""Misconception: What the chapter measured for Hoeffding's radius holds for the 1.96 interval too, for both are 95 % radii."""

def peeking_share(case):
    """Your prediction for one plan, a number in [0, 1]."""
    mine = {
        "one look": 0.007,
        "ten looks": 0.03,
        "every toss": 0.11,
        "ten times longer": 0.16,
    }
    return mine[case]
