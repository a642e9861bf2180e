"""Misconception: A 95 % interval misses one time in twenty, however often one looks at it."""

def peeking_share(case):
    """Your prediction for one plan, a number in [0, 1]."""
    mine = {
        "one look": 0.05,
        "ten looks": 0.05,
        "every toss": 0.05,
        "ten times longer": 0.05,
    }
    return mine[case]
