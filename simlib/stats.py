"""How sure are we? Intervals, exact tests, and checks whose false alarms are counted.

A statistical test of code states two numbers: how often it cries wolf (`alpha`, 1e-6 here), and the
smallest error it will see (`detectable_gap`). A test that cannot see the error that matters is no test.

In this file, simplest first: intervals (`mean_interval`, `bootstrap_interval`, `clopper_pearson`), tests
(`sign_flip_test`, `holm`), and the checks of the test suite (`check_prob`, `check_counts`, `check_mean`,
`detectable_gap`).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from simlib.validate import check_array, check_choice, check_int, check_real

ALPHA = 1e-6
EXACT_FLIPS = 20


class Interval(NamedTuple):
    """The numbers from `low` to `high`."""

    low: float
    high: float

    def contains(self, x: float) -> bool:
        """Whether low <= x <= high."""
        return self.low <= x <= self.high


def mean_interval(values: Any, alpha: float = 0.05) -> Interval:
    """mean +- t sd / sqrt(n), Student's interval of level 1 - alpha for the mean of (n,) values, n >= 2.

    Assumes independent values, and that their mean is close to normal.
    """
    from scipy.special import stdtrit

    values, alpha = _sample(values, 2), _level(alpha)
    n = len(values)
    half = stdtrit(n - 1, 1 - alpha / 2) * values.std(ddof=1) / math.sqrt(n)
    return Interval(float(values.mean() - half), float(values.mean() + half))


def bootstrap_interval(
    values: Any,
    statistic: Callable[[np.ndarray], float] = np.mean,
    *,
    rng: np.random.Generator,
    alpha: float = 0.05,
    n_resamples: int = 2000,
) -> Interval:
    """The alpha/2 and 1 - alpha/2 quantiles of `statistic` over samples drawn with replacement.

    values (n,) or rows (n, d), n >= 2: rows are drawn whole, so pairs stay together.
    Assumes independent rows and n large enough; below some twenty rows the interval is too short.
    Cost: n_resamples calls of `statistic`.
    Source: [Efron1993] chapter 13, the percentile interval
    """
    array, alpha = check_array("values", values), _level(alpha)
    if array.ndim == 0 or len(array) < 2:
        raise ValueError(f"values must have at least 2 rows; got shape {array.shape}")
    picks = rng.integers(len(array), size=(check_int("n_resamples", n_resamples, 1), len(array)))
    low, high = np.quantile([statistic(array[pick]) for pick in picks], [alpha / 2, 1 - alpha / 2])
    return Interval(float(low), float(high))


def clopper_pearson(successes: int, n: int, alpha: float = 0.05) -> Interval:
    """The exact interval of a probability: all p that two one-sided tests of level alpha/2 do not reject.

    low = Beta(alpha/2; k, n-k+1), high = Beta(1-alpha/2; k+1, n-k), quantiles, for k successes of n >= 1.

    Source: [ClopperPearson1934]
    """
    from scipy.special import betaincinv

    n = check_int("n", n, 1)
    k, alpha = check_int("successes", successes, 0, n), _level(alpha)
    low = 0.0 if k == 0 else float(betaincinv(k, n - k + 1, alpha / 2))
    high = 1.0 if k == n else float(betaincinv(k + 1, n - k, 1 - alpha / 2))
    return Interval(low, high)


def sign_flip_test(
    differences: Any,
    alternative: str = "greater",
    *,
    rng: np.random.Generator | None = None,
    n_flips: int = 20_000,
) -> float:
    """The share of the 2^n sign patterns whose sum of +-differences is at least as extreme as the sum seen.

    differences (n,), one per pair, n >= 1; alternative "greater", "less" or "two-sided". Exact up to
    n = 20, so the smallest p is 2^-n. Beyond, n_flips random patterns from `rng` with (1 + b) / (1 + m).
    Assumes that under the null each difference is symmetric about 0, such as paired runs with labels
    exchanged.
    Cost: 2^n sums up to n = 20.
    """
    x = _sample(differences, 1)
    check_choice("alternative", alternative, ("greater", "less", "two-sided"))
    x = -x if alternative == "less" else x
    exact = len(x) <= EXACT_FLIPS
    if exact:
        sums = np.zeros(1)
        for difference in x:
            sums = np.concatenate([sums + difference, sums - difference])
    elif rng is None:
        raise ValueError(f"rng must be given for more than {EXACT_FLIPS} differences; got {len(x)}")
    else:
        sums = np.array([(rng.integers(2, size=len(x)) * 2 - 1) @ x for _ in range(n_flips)])
    seen = x.sum()
    if alternative == "two-sided":
        sums, seen = np.abs(sums), abs(seen)
    # sums of the same numbers in another order differ by rounding: those count as equal
    extreme = sums >= seen - 1e-9 * np.abs(x).sum()
    return float(extreme.mean()) if exact else float((1 + extreme.sum()) / (1 + len(sums)))


def holm(p_values: Any, alpha: float = 0.05) -> np.ndarray:
    """Which hypotheses Holm's step-down test rejects: (m,) bool, with the chance of any error <= alpha.

    The i-th smallest p is held against alpha / (m - i + 1), until the first one that is not below.

    Source: [Holm1979]
    """
    p, alpha = check_array("p_values", p_values, ndim=1), _level(alpha)
    if len(p) == 0 or p.min() < 0 or p.max() > 1:
        raise ValueError(f"p_values must be at least one number in [0, 1]; got {p}")
    order = np.argsort(p, kind="stable")
    passed = np.logical_and.accumulate(p[order] <= alpha / (len(p) - np.arange(len(p))))
    rejected = np.zeros(len(p), dtype=bool)
    rejected[order] = passed
    return rejected


def check_prob(successes: int, n: int, p: float, alpha: float = ALPHA) -> None:
    """Fail if k successes of n are too rare under probability p: exact, false alarms at most alpha.

    Raises: AssertionError.
    """
    p = check_real("p", p, 0, 1)
    n = check_int("n", n, 1)
    k = check_int("successes", successes, 0, n)
    tail = min(_binomial_tail(k, n, p), _binomial_tail(n - k, n, 1 - p))
    assert tail > _level(alpha) / 2, (
        f"{k} of {n} ({k / n:.4g}) are unlikely with probability {p:.4g}: p = {2 * tail:.2g}"
    )


def check_counts(counts: Any, probs: Any, alpha: float = ALPHA) -> None:
    """Fail if any cell's count is too rare under its probability; alpha is divided among the cells.

    counts (m,) whole numbers; probs (m,) summing to 1. A cell of probability 0 must be empty.

    Raises: AssertionError.
    """
    counts = check_array("counts", counts, ndim=1, dtype=int)
    probs = check_array("probs", probs, shape=counts.shape)
    if abs(probs.sum() - 1) > 1e-9:
        raise ValueError(f"probs must sum to 1; got {probs.sum():g}")
    for cell, (count, p) in enumerate(zip(counts, probs, strict=True)):
        try:
            check_prob(int(count), int(counts.sum()), min(float(p), 1.0), alpha / len(counts))
        except AssertionError as error:
            raise AssertionError(f"cell {cell}: {error}") from None


def check_mean(values: Any, mean: float, low: float, high: float, alpha: float = ALPHA) -> None:
    """Fail if the average of (n,) values in [low, high] lies farther from `mean` than Hoeffding allows.

    |average - mean| <= (high - low) sqrt(log(2 / alpha) / (2 n)) fails with probability at most alpha.

    Assumes independent values. Raises: AssertionError; ValueError for a value outside [low, high].
    Source: [Hoeffding1963] Theorem 2
    """
    values = _sample(values, 1)
    if values.min() < low or values.max() > high:
        raise ValueError(f"values must be in [{low}, {high}]; got {values.min():g} to {values.max():g}")
    allowed = (high - low) * math.sqrt(math.log(2 / _level(alpha)) / (2 * len(values)))
    gap = abs(values.mean() - mean)
    assert gap <= allowed, f"average {values.mean():.5g} is {gap:.3g} from {mean:.5g}; allowed {allowed:.3g}"


def detectable_gap(
    n: int, *, alpha: float = ALPHA, power: float = 0.999, p: float | None = None, width: float = 1.0
) -> float:
    """The smallest error that the check on n values sees with probability `power`.

    With p: of `check_prob` near probability p, in the normal approximation,
    (z(1 - alpha/2) + z(power)) sqrt(p (1 - p) / n). Without: of `check_mean` for values in an interval of
    this width, width (sqrt(log(2/alpha) / 2n) + sqrt(log(1/(1 - power)) / 2n)), which is guaranteed.
    """
    n, alpha = check_int("n", n, 1), _level(alpha)
    power = check_real("power", power, 0, 1, open_low=True, open_high=True)
    if p is None:
        return width * (math.sqrt(math.log(2 / alpha) / (2 * n)) + math.sqrt(-math.log(1 - power) / (2 * n)))
    from scipy.special import ndtri

    p = check_real("p", p, 0, 1)
    return float(ndtri(1 - alpha / 2) + ndtri(power)) * math.sqrt(p * (1 - p) / n)


def _binomial_tail(k: int, n: int, p: float) -> float:
    """P(X >= k) for X binomial."""
    from scipy.special import betainc

    if k == 0:
        return 1.0
    return float(betainc(k, n - k + 1, p))


def _level(alpha: float) -> float:
    return check_real("alpha", alpha, 0, 1, open_low=True, open_high=True)


def _sample(values: Any, least: int) -> np.ndarray:
    array = check_array("values", values, ndim=1)
    if len(array) < least:
        raise ValueError(f"values must have at least {least} numbers; got {len(array)}")
    return array
