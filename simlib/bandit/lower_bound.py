"""The worlds behind the lower bounds: so alike that no policy can serve them all.

In this file: `two_instances` and `needle`.
"""

from __future__ import annotations

from simlib.bandit.bernoulli import BernoulliBandit
from simlib.validate import check_int, check_real


def two_instances(gap: float = 0.1) -> tuple[BernoulliBandit, BernoulliBandit]:
    """Two worlds of two coins: arm 0 pays 1/2 in both, arm 1 pays 1/2 - gap in one, 1/2 + gap in the other.

    gap in (0, 1/2]. Whoever does well in the one hardly pulls arm 1, and then cannot know that it is in the
    other: that takes about 1/gap^2 pulls of arm 1.

    Source: [Slivkins2019] chapter 2
    Differs: the book's two arms trade places; here one of them stays, so that only arm 1 can tell.
    """
    gap = check_real("gap", gap, 0, 0.5, open_low=True)
    return BernoulliBandit([0.5, 0.5 - gap]), BernoulliBandit([0.5, 0.5 + gap])


def needle(n_arms: int = 10, gap: float = 0.1, arm: int = 0) -> BernoulliBandit:
    """One arm of K pays 1/2 + gap/2, all others 1/2: the needle in the haystack.

    n_arms K >= 1; gap in (0, 1]; arm in 0..K-1, the needle. With gap about sqrt(K/T) no policy finds it in
    all K places in time, so its worst regret over `arm` is at least of the order sqrt(K T).

    Source: [Slivkins2019] chapter 2, eq. 2.1 with gap = epsilon
    """
    n_arms, gap = check_int("n_arms", n_arms, low=1), check_real("gap", gap, 0, 1, open_low=True)
    means = [0.5] * n_arms
    means[check_int("arm", arm, 0, n_arms - 1)] += gap / 2
    return BernoulliBandit(means)
