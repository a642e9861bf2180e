"""Misconception: The looks are independent of each other, so n looks report 1 - 0.95^n."""

def peeking_share(case):
    """Your prediction for one plan, a number in [0, 1]."""
    mine = {
        "one look": 0.05,
        "ten looks": 0.4,
        "every toss": 1.0,
        "ten times longer": 1.0,
    }
    return mine[case]
