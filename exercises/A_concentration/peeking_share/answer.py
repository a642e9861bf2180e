"""Looking often is many chances to be fooled, but not as many as there are looks.

One look keeps the promise: 5 %, a little more because heads are counted in whole numbers. Ten looks
report 20 %: more than one, less than the 40 % of ten independent looks, since the first 900 tosses
and the first 1000 share nearly everything. Looking after every toss reports half of the coins
within 1000 tosses and 60 % within 10,000. What counts is how often the number of tosses doubles:
every doubling is about one fresh chance. Doublings never end, so a patient colleague reports every
coin at last; that is the law of the iterated logarithm.
"""


def peeking_share(case):
    mine = {
        "one look": 0.05,
        "ten looks": 0.2,
        "every toss": 0.47,
        "ten times longer": 0.6,
    }
    return mine[case]
