"""How sure are we? Intervals, exact tests, and checks whose false alarms are counted.

A statistical test of code states two numbers: how often it cries wolf (`alpha`, 1e-6 here), and the
smallest error it will see (`detectable_gap`). A test that cannot see the error that matters is no test.

In this file, simplest first: intervals (`mean_interval`, `bootstrap_interval`, `clopper_pearson`), tests
(`sign_flip_test`, `holm`), and the checks of the test suite (`check_prob`, `check_counts`, `check_mean`,
`detectable_gap`). Functions import scipy themselves, so that a simulation without statistics starts sooner.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from simlib.validate import check_array, check_choice, check_int, check_probs, check_real

ALPHA = 1e-6
EXACT_FLIPS = 20


class Interval(NamedTuple):
    """The numbers from `low` to `high`, both included."""

    low: float
    high: float

    def contains(self, x: float) -> bool:
        """Whether low <= x <= high."""
        return self.low <= x <= self.high


class Holm(NamedTuple):
    """What Holm's test says of m hypotheses: `rejected` (m,) bool, and their `adjusted` p-values (m,)."""

    rejected: np.ndarray
    adjusted: np.ndarray


def mean_interval(values: Any, alpha: float = 0.05) -> Interval:
    """mean +- t sd / sqrt(n), Student's interval of level 1 - alpha for the mean of (n,) values, n >= 2.

    t is the 1 - alpha/2 quantile of Student's law with n - 1 degrees of freedom, sd has n - 1 below.
    Assumes independent values whose mean is close to normal; n equal values give an interval of length 0.
    """
    from scipy.special import stdtrit

    (x, scale), alpha = _scaled(_sample("values", values, 2)), _level(alpha)
    half = -stdtrit(len(x) - 1, alpha / 2) * x.std(ddof=1) / math.sqrt(len(x))
    return Interval(scale * float(x.mean() - half), scale * float(x.mean() + half))


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
    Raises: ValueError if a resample has no finite statistic, or n_resamples < 2 / alpha.
    Cost: n_resamples calls of `statistic`.
    Source: [Efron1993] chapter 13, the percentile interval
    """
    array, alpha = check_array("values", values), _level(alpha)
    if array.ndim == 0 or len(array) < 2:
        raise ValueError(f"values must have at least 2 rows; got shape {array.shape}")
    n_resamples = check_int("n_resamples", n_resamples, low=math.ceil(2 / alpha))
    picks = (rng.integers(len(array), size=len(array)) for _ in range(n_resamples))
    draws = check_array("statistic of every resample", [statistic(array[pick]) for pick in picks], ndim=1)
    return Interval(*np.quantile(draws, [alpha / 2, 1 - alpha / 2]).tolist())


def clopper_pearson(successes: int, n: int, alpha: float = 0.05) -> Interval:
    """The exact interval of a probability: all p that two one-sided tests of level alpha/2 do not reject.

    low = Beta(alpha/2; k, n-k+1), high = Beta(1-alpha/2; k+1, n-k), quantiles, for k successes of n >= 1;
    it covers the true p with probability at least 1 - alpha, whatever p is.
    Assumes independent trials.
    Source: [ClopperPearson1934]
    """
    from scipy.special import betainccinv, betaincinv

    n = check_int("n", n, 1)
    k, alpha = check_int("successes", successes, 0, n), _level(alpha)
    low = 0.0 if k == 0 else float(betaincinv(k, n - k + 1, alpha / 2))
    high = 1.0 if k == n else float(betainccinv(k + 1, n - k, alpha / 2))
    return Interval(low, high)


def sign_flip_test(
    differences: Any,
    alternative: str = "greater",
    *,
    rng: np.random.Generator | None = None,
    n_flips: int = 9999,
) -> float:
    """The share of the 2^n sign patterns whose mean of +-differences is at least as extreme as the one seen.

    differences (n,), one per pair, n >= 1, zeros allowed; alternative "greater", "less" or "two-sided".
    Exact for n <= 20, with 2^-n the smallest p of one side. Beyond, m = n_flips random patterns from
    `rng`, of which b are as extreme: (1 + b) / (1 + m), never below 1 / (1 + m).
    Assumes that under the null each difference is symmetric about 0, independently: so for paired runs
    if the two labels of a pair could be exchanged.
    Raises: ValueError for n > 20 without rng.
    Cost: 2^n sums for n <= 20 (8 MB), m draws of n signs beyond.
    Source: [Fisher1935] section 21; [Phipson2010] for the random patterns
    """
    x, _ = _scaled(_sample("differences", differences, 1))
    check_choice("alternative", alternative, ("greater", "less", "two-sided"))
    check_int("n_flips", n_flips, 1)
    x = -x if alternative == "less" else x
    sums, seen = _flipped_sums(x, rng, n_flips), x.sum()
    if alternative == "two-sided":
        sums, seen = np.abs(sums), abs(seen)
    # the same numbers added in another order differ by rounding: such sums count as equal
    return float(np.mean(sums >= seen - 1e-12 * np.abs(x).sum()))


def _flipped_sums(x: np.ndarray, rng: np.random.Generator | None, m: int) -> np.ndarray:
    """The sums of x under all 2^n sign patterns, or under the one seen and m random ones."""
    if len(x) <= EXACT_FLIPS:
        sums = np.zeros(1)
        for difference in x:
            sums = np.concatenate([sums + difference, sums - difference])
        return sums
    if rng is None:
        raise ValueError(f"rng must be given for more than {EXACT_FLIPS} differences; got None")
    return np.array([x.sum(), *(x @ (2 * rng.integers(2, size=len(x)) - 1) for _ in range(m))])


def holm(p_values: Any, alpha: float = 0.05) -> Holm:
    """Holm's step-down test of m hypotheses: the i-th smallest p is held against alpha / (m - i + 1).

    It stops at the first p that is larger and rejects those before it. The chance that it rejects any
    true hypothesis is at most alpha, however the p-values depend on one another. adjusted, the smallest
    alpha that rejects, is the running maximum of (m - i + 1) p, at most 1.
    Source: [Holm1979]
    """
    p, alpha = check_probs("p_values", p_values), _level(alpha)
    order, adjusted = np.argsort(p), np.empty(len(p))
    adjusted[order] = np.maximum.accumulate(np.minimum(np.arange(len(p), 0, -1) * p[order], 1))
    return Holm(adjusted <= alpha, adjusted)


def check_prob(successes: int, n: int, p: float, alpha: float = ALPHA) -> None:
    """Fail if P(X >= k) or P(X <= k) is at most alpha/2 for X binomial (n, p): false alarms <= alpha.

    k = successes of n >= 1 independent trials. The smallest error seen: detectable_gap(n, p=p).
    Raises: AssertionError.
    """
    n, p, alpha = check_int("n", n, 1), check_real("p", p, 0, 1), _level(alpha)
    k = check_int("successes", successes, 0, n)
    tail = min(_binomial_tail(k, n, p), _binomial_tail(n - k, n, 1 - p))
    if tail <= alpha / 2:
        raise AssertionError(f"{k} of {n} ({k / n:.4g}) are unlikely if p is {p:.4g}: p-value {2 * tail:.2g}")


def check_counts(counts: Any, probs: Any, alpha: float = ALPHA) -> None:
    """Fail if any cell's count is too rare under its probability; alpha is divided among the m cells.

    counts (m,) whole numbers of independent draws; probs (m,) summing to 1. A cell of probability 0 must
    be empty. The smallest error seen in a cell: detectable_gap(n, p=its p, alpha=alpha / m).
    Raises: AssertionError.
    """
    probs = check_array("probs", probs, ndim=1)
    counts = check_array("counts", counts, shape=probs.shape, dtype=int)
    least, total = min(probs, default=0), probs.sum()
    if least < 0 or abs(total - 1) > 1e-9:
        raise ValueError(f"probs must be >= 0 and sum to 1; got min {least}, sum {total}")
    if counts.min() < 0 or counts.sum() == 0:
        raise ValueError(f"counts must be >= 0 and not all 0; got min {counts.min()}, sum {counts.sum()}")
    share = _level(alpha) / len(counts)
    for cell, (count, p) in enumerate(zip(counts, probs, strict=True)):
        try:
            check_prob(int(count), int(counts.sum()), min(float(p), 1.0), share)
        except AssertionError as error:
            raise AssertionError(f"cell {cell}: {error}") from None


def check_mean(
    values: Any, mean: float, low: float, high: float, alpha: float = ALPHA, *, use_variance: bool = False
) -> None:
    """Fail if the average of (n,) values in [low, high] lies farther from `mean` than luck takes it.

    Allowed is (high - low) sqrt(log(2/alpha) / 2n), which fails with probability <= alpha. use_variance
    allows sqrt(2 V L / n) + 7 (high - low) L / (3 (n - 1)) instead, with V the values' variance and
    L = log(4/alpha): as safe at any n >= 2, and tighter if the values hardly vary.

    Assumes independent values; for those that are 0 or 1, `check_prob` is sharper.
    Raises: AssertionError; ValueError for a value outside [low, high].
    Source: [Hoeffding1963] Theorem 2; [Maurer2009] Theorem 4
    """
    x, alpha, width = _sample("values", values, 1 + use_variance), _level(alpha), _width(low, high)
    check_real("mean", mean, low, high)
    if x.min() < low or x.max() > high:
        raise ValueError(f"values must be in [{low}, {high}]; got {x.min()} to {x.max()}")
    n, average, gap = len(x), x.mean(), abs(x.mean() - mean)
    allowed = _bernstein(n, alpha, x.std(ddof=1), width) if use_variance else width * _hoeffding(n, alpha / 2)
    if gap > allowed:
        raise AssertionError(
            f"average {average:.5g} of {n} is {gap:.3g} from {mean:.5g}; allowed {allowed:.3g}"
        )


def detectable_gap(
    n: int,
    *,
    alpha: float = ALPHA,
    power: float = 0.999,
    low: float = 0.0,
    high: float = 1.0,
    p: float | None = None,
    sd: float | None = None,
) -> float:
    """The error from which on the check on n values fails with probability `power` at least.

    With p, of `check_prob` under probability p: exact, the larger of the two sides; inf if an error of
    that size may pass on a side where nothing is seen. Without, of `check_mean` for values in [low, high]:
    (high - low) (sqrt(log(2/alpha) / 2n) + sqrt(log(1/(1 - power)) / 2n)). With sd, the values' standard
    deviation, of `check_mean(use_variance=True)`.

    Use: `assert detectable_gap(n, p=0.5) <= 0.03` beside the check, 0.03 the smallest error that matters.
    Source: [Hoeffding1963] Theorem 2; [Maurer2009] Theorems 3, 4 and 10
    """
    n, alpha, width = check_int("n", n, 1 if sd is None else 2), _level(alpha), _width(low, high)
    power = check_real("power", power, 0, 1, open_low=True, open_high=True)
    if p is not None:
        if (low, high) != (0, 1) or sd is not None:
            raise ValueError(f"p must be given alone; got low {low}, high {high} and sd {sd} too")
        return _binomial_gap(n, check_real("p", p, 0, 1), alpha, power)
    if sd is None:
        return width * (_hoeffding(n, alpha / 2) + _hoeffding(n, 1 - power))
    # half of 1 - power for an unusually large variance, half for an average that strays back
    sd, tail = check_real("sd", sd, 0, width / 2), math.log(2 / (1 - power))
    stray = sd * math.sqrt(2 * tail / n) + width * tail / (3 * n)
    return _bernstein(n, alpha, sd + width * math.sqrt(2 * tail / (n - 1)), width) + stray


def _hoeffding(n: int, delta: float) -> float:
    """What the average of n values in [0, 1] exceeds its mean by with probability at most delta."""
    return math.sqrt(-math.log(delta) / (2 * n))


def _bernstein(n: int, alpha: float, sd: float, width: float) -> float:
    level = math.log(4 / alpha)
    return float(sd * math.sqrt(2 * level / n) + 7 * width * level / (3 * (n - 1)))


def _binomial_gap(n: int, p: float, alpha: float, power: float) -> float:
    """The larger gap of the two sides; a side that check_prob cannot see must not reach so far."""
    gaps = [_gap_above(n, q, alpha, power) for q in (p, 1 - p)]
    room = [1 - q if gap == math.inf else -1 for gap, q in zip(gaps, (p, 1 - p), strict=True)]
    seen = max(gap for gap in (*gaps, 0.0) if gap < math.inf)
    return seen if seen > max(room) else math.inf


def _gap_above(n: int, p: float, alpha: float, power: float) -> float:
    """The smallest g with P(check_prob fails | p + g) >= power through too many successes; inf if none."""
    from scipy.special import betaincinv

    too_many = bisect_left(range(n + 1), True, key=lambda k: _binomial_tail(k, n, p) <= alpha / 2)
    return float(betaincinv(too_many, n - too_many + 1, power)) - p if too_many <= n else math.inf


def _binomial_tail(k: int, n: int, p: float) -> float:
    """P(X >= k) for X binomial (n, p)."""
    from scipy.special import betainc

    return float(betainc(k, n - k + 1, p)) if k > 0 else 1.0


def _level(alpha: float) -> float:
    return check_real("alpha", alpha, 0, 1, open_low=True, open_high=True)


def _width(low: float, high: float) -> float:
    low = check_real("low", low)
    return check_real("high - low", check_real("high", high, low, open_low=True) - low)


def _scaled(x: np.ndarray) -> tuple[np.ndarray, float]:
    """x / max |x| and max |x| (1 if all are 0): squares cannot overflow, equal numbers are exactly +-1."""
    size = float(np.abs(x).max()) or 1.0
    return x / size, size


def _sample(name: str, values: Any, least: int) -> np.ndarray:
    array = check_array(name, values, ndim=1)
    if len(array) < least:
        raise ValueError(f"{name} must have at least {least} numbers; got {len(array)}")
    return array
