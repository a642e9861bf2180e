"""Style: a seeded simulation, and a law of growth by thought; a dict with a class of its own."""
import math

import numpy as np


class _Guesses(dict):
    """A dict all the same."""


def _simulated(n, horizon, good, bad, rng, runs=40_000):
    lead = rng.binomial(n, good, runs) - rng.binomial(n, bad, runs)
    wrong = np.mean(np.where(lead < 0, 1.0, np.where(lead == 0, 0.5, 0.0)))
    return (good - bad) * (n + (horizon - 2 * n) * wrong)


def predict():
    rng = np.random.default_rng(7)
    menu = [2, 10, 50, 250, 1250]
    guesses = _Guesses()
    for name, good in (("large_gap", 0.65), ("small_gap", 0.55)):
        costs = [_simulated(n, 10_000, good, 1 - good, rng) for n in menu]
        guesses[name] = menu[int(np.argmin(costs))]
    few = _simulated(10, 10_000, 0.65, 0.35, rng)
    many = _simulated(250, 10_000, 0.65, 0.35, rng)
    guesses["dearer"] = "too few" if few > many else "too many"
    # about log(T gap^2): each further pull buys the same factor in the error
    ratio = math.log(1e6 * 0.09) / math.log(1e4 * 0.09)
    guesses["growth"] = round(ratio)
    return guesses
