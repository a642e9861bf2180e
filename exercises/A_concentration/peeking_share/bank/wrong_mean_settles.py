"""You expect fewer false reports from more tosses. The mean does settle down, but the interval
around it shrinks at the same pace, so later looks are as dangerous as early ones."""


def peeking_share(case):
    mine = {
        "one look": 0.05,
        "ten looks": 0.2,
        "every toss": 0.1,
        "ten times longer": 0.02,
    }
    return mine[case]
