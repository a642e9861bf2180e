"""You expect 5 % whatever she does. Five per cent is the promise of a single look, and every
further look is a further chance to be fooled."""


def peeking_share(case):
    mine = {
        "one look": 0.05,
        "ten looks": 0.05,
        "every toss": 0.05,
        "ten times longer": 0.05,
    }
    return mine[case]
