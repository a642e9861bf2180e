"""These are percentages. A share lies between 0 and 1."""


def peeking_share(case):
    mine = {
        "one look": 5,
        "ten looks": 20,
        "every toss": 48,
        "ten times longer": 61,
    }
    return mine[case]
