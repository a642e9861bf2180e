"""Direction decides, and the number of arms decides how much luck alone is worth.

In fresh worlds the global bonus is constant and says nothing; the episodic one says "on". With half of the episodes
shared the episodic bonus is still ahead: it wins nearly all fresh episodes and half of the shared ones, about 3 of 4,
while the global one loses all fresh ones. In the shared world it is stuck with one arm, right one time in two, and
the global bonus finds out about the other. A product whose counts stay 0 is 1 times first visit: the episodic bonus.
And with a clock inside the count every visit is a first one, so the factor is always 1 and the product is the
global bonus with that clock.
"""


def predict():
    return {
        "fresh": "episodic",
        "half": "episodic",
        "shared": "global",
        "lucky": 0.5,
        "frozen": "episodic",
        "clock": "global",
    }
