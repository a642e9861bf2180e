"""These are the coins she does not report. Asked is the share that she does."""


def peeking_share(case):
    mine = {
        "one look": 0.95,
        "ten looks": 0.8,
        "every toss": 0.52,
        "ten times longer": 0.39,
    }
    return mine[case]
