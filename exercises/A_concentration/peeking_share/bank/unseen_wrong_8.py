"""Each look is a fresh chance of 5 %, so all stay quiet with 0.95 to the number of looks."""


def peeking_share(case):
    looks = {
        "one look": 1,
        "ten looks": 10,
        "every toss": 1000 - 10 + 1,
        "ten times longer": 10_000 - 10 + 1,
    }
    return 1 - 0.95 ** looks[case]
