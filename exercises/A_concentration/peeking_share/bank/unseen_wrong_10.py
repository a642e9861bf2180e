"""The number asked is how many coins stay inside and are seen to be fair: 95 % for one look, fewer for more."""


def peeking_share(case):
    mine = {
        "one look": 0.95,
        "ten looks": 0.80,
        "every toss": 0.53,
        "ten times longer": 0.40,
    }
    return mine[case]
