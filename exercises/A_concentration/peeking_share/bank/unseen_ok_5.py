"""Plain dict of rounded guesses."""


def peeking_share(case):
    mine = {
        "one look": 0.05,
        "ten looks": 0.2,
        "every toss": 0.5,
        "ten times longer": 0.6,
    }
    return mine[case]
