"""Misconception: By the thousandth toss the mean has settled, so nine thousand more looks report no further coin."""

def peeking_share(case):
    """Your prediction for one plan, a number in [0, 1]."""
    mine = {
        "one look": 0.05,
        "ten looks": 0.2,
        "every toss": 0.55,
        "ten times longer": 0.55,
    }
    return mine[case]
