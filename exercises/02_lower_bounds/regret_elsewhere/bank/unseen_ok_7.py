"""Other algebra in long doubles: the formula multiplied out, T e^-evidence / 4 less the pulls, times B's gap; mask and not maximum."""
import numpy as np


def regret_elsewhere(regret, horizon, low, mid, high):
    worlds = {
        "A": {"price": np.longdouble(mid) - low, "coin": (low, 1 - low)},
        "B": {"price": np.longdouble(high) - mid, "coin": (high, 1 - high)},
    }
    pulls = np.asarray(regret, dtype=np.longdouble) / worlds["A"]["price"]
    per_pull = sum(
        a * (np.log(np.longdouble(a)) - np.log(np.longdouble(b)))
        for a, b in zip(worlds["A"]["coin"], worlds["B"]["coin"])
    )
    bound = worlds["B"]["price"] * (horizon * np.exp(-pulls * per_pull) / 4 - pulls)
    bound[bound < 0] = 0
    return bound
