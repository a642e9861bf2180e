"""Style: normal approximation on arrays; the entries are NumPy scalars."""
import math

import numpy as np

_MENU = np.array([2, 10, 50, 250, 1250])


def _regret(n, horizon, gap):
    z = gap * np.sqrt(n / (0.5 * (1 - gap**2)))
    wrong = np.array([0.5 * math.erfc(v / math.sqrt(2)) for v in z])
    return gap * (n + (horizon - 2 * n) * wrong)


def predict():
    large, small = _regret(_MENU, 1e4, 0.3), _regret(_MENU, 1e4, 0.1)
    best = large.argmin()
    sides = np.array(["too few", "too many"])
    every = np.arange(1, 1000)
    factor = (_regret(every, 1e6, 0.3).argmin() + 1) / (_regret(every, 1e4, 0.3).argmin() + 1)
    choices = np.array([1, 2, 20, 100])
    return {
        "large_gap": _MENU[best],
        "small_gap": _MENU[small.argmin()],
        "dearer": sides[int(large[best + 1] > large[best - 1])],
        "growth": choices[np.abs(np.log(choices / factor)).argmin()],
    }
