"""How hard is it to tell two laws apart? The Kullback-Leibler divergence, in nats.

kl(p, q) is the mean of log(p/q) under p: what one observation of p is worth as evidence against q. It is not
symmetric. Telling p from q takes about 1/kl(p, q) observations.

In this file: `bernoulli_kl`, `gaussian_kl`, `pinsker_bound`.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy.special import rel_entr

from simlib.validate import check_array, check_real


def bernoulli_kl(p: Any, q: Any) -> np.ndarray:
    """p log(p/q) + (1 - p) log((1 - p)/(1 - q)) in nats, for coins that show 1 with probability p and q.

    p, q (...) in [0, 1]. 0 log 0 is 0; infinite where q says never and p says sometimes.

    Source: [Slivkins2019] appendix B
    """
    p, q = check_array("p", p), check_array("q", q)
    for name, value in (("p", p), ("q", q)):
        if value.size and (value.min() < 0 or value.max() > 1):
            raise ValueError(f"{name} must be in [0, 1]; got {value.min():g} to {value.max():g}")
    return rel_entr(p, q) + rel_entr(1 - p, 1 - q)


def gaussian_kl(mean: Any, other: Any, sd: float = 1.0) -> np.ndarray:
    """(mean - other)^2 / (2 sd^2) in nats, for normal laws of one standard deviation sd > 0.

    Source: [Lattimore2020] chapter 14
    """
    sd = check_real("sd", sd, 0, open_low=True)
    return (check_array("mean", mean) - check_array("other", other)) ** 2 / (2 * sd**2)


def pinsker_bound(divergence: Any) -> np.ndarray:
    """sqrt(kl / 2), the most by which the probability of any event can differ between two laws.

    divergence (...) >= 0 in nats.
    Source: [Slivkins2019] appendix B, Pinsker's inequality
    """
    divergence = check_array("divergence", divergence, finite=False)
    if divergence.size and not divergence.min() >= 0:
        raise ValueError(f"divergence must be >= 0; got {divergence.min():g}")
    return np.sqrt(divergence / 2)
