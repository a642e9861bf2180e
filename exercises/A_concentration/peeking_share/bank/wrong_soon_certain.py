"""Ten looks you judged rightly, and yet you think that a look after each toss finds nearly every
coin within 1000 tosses. There are many looks, but few fresh chances among them."""


def peeking_share(case):
    mine = {
        "one look": 0.05,
        "ten looks": 0.2,
        "every toss": 0.95,
        "ten times longer": 0.999,
    }
    return mine[case]
