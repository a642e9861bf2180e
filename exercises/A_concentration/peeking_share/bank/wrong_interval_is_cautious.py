"""You expect that even one look hardly ever misses. That is so for Hoeffding's radius, which covers
every law. This interval is made for coins and has no slack: it misses once in twenty looks."""


def peeking_share(case):
    mine = {
        "one look": 0.005,
        "ten looks": 0.02,
        "every toss": 0.1,
        "ten times longer": 0.15,
    }
    return mine[case]
