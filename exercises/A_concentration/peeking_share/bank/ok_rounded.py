"""Round numbers, one after the other."""


def peeking_share(case):
    if case == "one look":
        return 0.05
    if case == "ten looks":
        return 0.2
    return 0.5 if case == "every toss" else 0.6
