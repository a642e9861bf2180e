"""You think that only the first looks are dangerous, so that nothing is added after 1000 tosses.
The distance of the mean, counted in its own standard deviations, keeps wandering for ever."""


def peeking_share(case):
    mine = {
        "one look": 0.05,
        "ten looks": 0.2,
        "every toss": 0.48,
        "ten times longer": 0.48,
    }
    return mine[case]
