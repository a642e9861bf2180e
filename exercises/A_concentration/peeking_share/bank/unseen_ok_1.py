"""The exact shares: the law of the running sum, toss by toss."""
import numpy as np


def peeking_share(case):
    looks = {
        "one look": range(1000, 1001),
        "ten looks": range(100, 1001, 100),
        "every toss": range(10, 1001),
        "ten times longer": range(10, 10_001),
    }[case]
    last = looks[-1]
    middle = last + 1
    law = np.zeros(2 * last + 3)
    law[middle] = 1.0
    reported = 0.0
    for n in range(1, last + 1):
        law[1:-1] = (law[:-2] + law[2:]) / 2
        law[0] = law[-1] = 0
        if n in looks:
            # |heads - tails| / n / 2 > 1.96 * 0.5 / sqrt(n)
            border = int(np.floor(1.96 * np.sqrt(n)))
            left, right = law[: middle - border], law[middle + border + 1 :]
            reported += left.sum() + right.sum()
            left[:] = 0
            right[:] = 0
    return float(reported)
