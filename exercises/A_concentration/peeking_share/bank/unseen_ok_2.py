"""All four on the low side, inside the tolerance."""

def peeking_share(case):
    """Your prediction for one plan, a number in [0, 1]."""
    mine = {
        "one look": 0.04,
        "ten looks": 0.17,
        "every toss": 0.38,
        "ten times longer": 0.52,
    }
    return mine[case]
