"""You see that looking costs something, but not how much a thousand looks cost. From 10 to 100
tosses there is as much room for surprises as from 100 to 1000."""


def peeking_share(case):
    mine = {
        "one look": 0.05,
        "ten looks": 0.2,
        "every toss": 0.25,
        "ten times longer": 0.3,
    }
    return mine[case]
