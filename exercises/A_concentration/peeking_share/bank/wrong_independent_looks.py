"""You treat the looks as independent: 1 - 0.95^10 for ten of them, and near certainty for a
thousand. Two looks close together see nearly the same tosses; only where the number of tosses has
grown by a good factor is there a fresh chance."""


def peeking_share(case):
    mine = {
        "one look": 0.05,
        "ten looks": 0.4,
        "every toss": 1.0,
        "ten times longer": 1.0,
    }
    return mine[case]
