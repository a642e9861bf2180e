"""Misconception: Since in the end every coin is reported, a thousand looks report nearly all."""

def peeking_share(case):
    """Your prediction for one plan, a number in [0, 1]."""
    mine = {
        "one look": 0.05,
        "ten looks": 0.2,
        "every toss": 0.92,
        "ten times longer": 0.99,
    }
    return mine[case]
