"""The criterion that is fixed before a run: where the effect must lie, and how sure we must be of it.

In this file: `Measured`, what came out, and `Rule`, which judges it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from simlib.report import significant
from simlib.rng import stream
from simlib.stats import Interval, bootstrap_interval, clopper_pearson, mean_interval
from simlib.validate import check_array, check_choice, check_int, check_real

INTERVALS = ("t", "bootstrap", "exact")


@dataclass(frozen=True)
class Measured:
    """n numbers: their mean (a frequency for 0 and 1), its interval, and `passes`, `fails` or `straddles`."""

    n: int
    estimate: float
    interval: Interval
    result: str

    def shown(self) -> tuple[str, str]:
        """Estimate and interval, rounded to the place of the first digit of half its width (two below 2)."""
        numbers = (self.estimate, *self.interval)
        half = (self.interval.high - self.interval.low) / 2
        if half <= 1e-12 * max(abs(x) for x in numbers):  # equal numbers, up to rounding
            texts = [significant(x, 4) for x in numbers]
        else:
            exponent = math.floor(math.log10(half))
            places = -exponent + (1 if half / 10**exponent < 2 else 0)
            texts = [f"{round(x, places) + 0.0:.{max(places, 0)}f}" for x in numbers]
        return texts[0], f"{texts[1]} to {texts[2]}"


@dataclass(frozen=True)
class Rule:
    """The effect must lie in [at_least, at_most], by an interval of level 1 - alpha over >= min_n numbers.

    A measurement passes if its whole interval lies inside, fails if it lies outside, else straddles.
    If the truth is on the boundary or beyond it, `passes` comes up with probability alpha / 2 at most:
    always so for "exact", for "t" with normal numbers; "bootstrap" at alpha 0.01 takes twice that with 20
    normal numbers.

    interval: "t" (Student), "bootstrap" (percentile; min_n must then be 20 or more), or "exact"
    (Clopper-Pearson, for numbers that are 0 or 1).
    """

    at_least: float | None = None
    at_most: float | None = None
    alpha: float = 0.01
    interval: str = "t"
    min_n: int = 8

    def __post_init__(self):
        low, high = self.at_least, self.at_most
        for name, bound in (("at_least", low), ("at_most", high)):
            if bound is not None:
                check_real(name, bound)
        if low is None and high is None:
            raise ValueError("a rule must have at_least, at_most or both; got neither")
        if low is not None and high is not None and low > high:
            raise ValueError(f"at_least must be <= at_most = {high:g}; got {low:g}")
        check_real("alpha", self.alpha, 0, 1, open_low=True, open_high=True)
        check_choice("interval", self.interval, INTERVALS)
        check_int("min_n", self.min_n, low=8)
        if self.interval == "bootstrap":
            check_int("min_n of a bootstrap interval", self.min_n, low=20)

    def apply(self, values: Any, name: str = "values", seed: int = 0) -> Measured:
        """The mean of (n,) independent numbers, its interval, and what the rule says of it."""
        x = check_array(name, values, ndim=1)
        if len(x) < self.min_n:
            raise ValueError(f"{name} must be at least {self.min_n} numbers; got {len(x)}")
        if self.interval == "exact":
            if not np.isin(x, (0, 1)).all():
                raise ValueError(
                    f"{name} must be 0 or 1 for an exact interval; got {x[(x != 0) & (x != 1)][0]:g}"
                )
            interval = clopper_pearson(int(x.sum()), len(x), self.alpha)
        elif self.interval == "bootstrap":
            rng, n_resamples = stream(seed, "claim bootstrap"), max(2000, math.ceil(20 / self.alpha))
            interval = bootstrap_interval(x, rng=rng, alpha=self.alpha, n_resamples=n_resamples)
        else:
            interval = mean_interval(x, self.alpha)
        return Measured(len(x), float(x.mean()), interval, self.judge(interval))

    def judge(self, interval: Interval) -> str:
        """`passes`, `fails` or `straddles`."""
        low = -math.inf if self.at_least is None else self.at_least
        high = math.inf if self.at_most is None else self.at_most
        if low <= interval.low and interval.high <= high:
            return "passes"
        return "fails" if interval.high < low or interval.low > high else "straddles"

    def __str__(self) -> str:
        if self.at_least is not None and self.at_most is not None:
            return f"{self.at_least:g} to {self.at_most:g}"
        return f"at most {self.at_most:g}" if self.at_least is None else f"at least {self.at_least:g}"
