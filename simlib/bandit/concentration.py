"""How far is a mean of n rewards from the truth? Radii that hold with a stated probability.

A radius r is a promise: the true mean lies within r of the mean seen, but for a chance delta. Hoeffding's
knows only the range of the rewards. The empirical Bernstein radius also looks at their variance, and is
shorter where that is small. All of them speak of one n that was fixed beforehand.

In this file: `hoeffding_radius`, `confidence_radius`, `bernstein_radius`.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from simlib.validate import check_array, check_real


def hoeffding_radius(n: Any, delta: float, width: float = 1.0) -> np.ndarray:
    """width * sqrt(log(2/delta) / 2n): the mean of n rewards strays farther with probability <= delta.

    n (...) >= 1, rewards; delta in (0, 1); width > 0, the length of the rewards' range.
    Assumes independent rewards in a range of that width, and n fixed beforehand.

    Source: [Hoeffding1963] Theorem 2; [Slivkins2019] appendix A
    """
    n, delta, width = _checked(n, 1, delta, width)
    return width * np.sqrt(np.log(2 / delta) / (2 * n))


def confidence_radius(n: Any, horizon: float) -> np.ndarray:
    """sqrt(2 log T / n), Hoeffding's radius with delta = 2/T^4 for rewards in [0, 1].

    n (...) >= 1, pulls; horizon T > 1, rounds. So small a delta that all arms' means lie within their
    radii in all rounds, the clean event, with probability at least 1 - 2/T^2 if there are at most T arms.

    Source: [Slivkins2019] section 1.3
    """
    horizon = check_real("horizon", horizon, 1, open_low=True)
    return np.sqrt(2 * np.log(horizon) / _at_least("n", n, 1))


def bernstein_radius(n: Any, variance: Any, delta: float, width: float = 1.0) -> np.ndarray:
    """sqrt(2 V L / n) + 7 width L / (3 (n - 1)) with L = log(4/delta): the empirical Bernstein radius.

    n (...) >= 2, rewards; variance V (...) >= 0, theirs, with n - 1 below; delta in (0, 1); width > 0, the
    length of the rewards' range. The mean strays farther with probability <= delta.
    Assumes independent rewards in a range of that width, and n fixed beforehand.

    Source: [Maurer2009] Theorem 4, with delta/2 for each side
    """
    n, delta, width = _checked(n, 2, delta, width)
    variance, level = _at_least("variance", variance, 0), np.log(4 / delta)
    return np.sqrt(2 * variance * level / n) + 7 * width * level / (3 * (n - 1))


def _checked(n: Any, least: int, delta: float, width: float) -> tuple[np.ndarray, float, float]:
    """Raises: ValueError for an n below `least`, a delta outside (0, 1), a width not above 0."""
    delta = check_real("delta", delta, 0, 1, open_low=True, open_high=True)
    return _at_least("n", n, least), delta, check_real("width", width, 0, open_low=True)


def _at_least(name: str, values: Any, least: int) -> np.ndarray:
    array = check_array(name, values)
    if array.size and array.min() < least:
        raise ValueError(f"{name} must be >= {least}; got {array.min():g}")
    return array
