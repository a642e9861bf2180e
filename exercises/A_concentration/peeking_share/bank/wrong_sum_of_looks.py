"""You add up 5 % for every look. That is the union bound, the most that can happen; looks that
share their tosses miss together, and then one miss is counted many times."""


def peeking_share(case):
    mine = {
        "one look": 0.05,
        "ten looks": 0.5,
        "every toss": 1.0,
        "ten times longer": 1.0,
    }
    return mine[case]
