"""Claims of "Introduction to Multi-Armed Bandits", chapter 3: Thompson sampling and Bayesian regret.

In this file: a measurement for each claim, then `CLAIMS`.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from simlib.bandit.policy import Policy
from simlib.bandit.prior import PriorBandit
from simlib.bandit.rate import group_regret, power
from simlib.bandit.thompson import BetaThompson, ConjugateThompson, beta_posterior, beta_sample
from simlib.bandit.ucb1 import UCB1
from simlib.claim import Claim
from simlib.rng import stream
from simlib.rule import Rule
from simlib.validate import check_choice

RUNS = {"quick": 512, "course": 2048, "paper": 8192}


def posterior_mean(alpha: Any, beta: Any, rng: Any) -> np.ndarray:
    """The mean of the posterior in place of a draw: greedy."""
    return alpha / (alpha + beta)


def thompson(draw: str) -> Policy:
    """Thompson sampling, or with draw "mean" the policy that follows the posterior's mean."""
    check_choice("draw", draw, ("sample", "mean"))
    return BetaThompson() if draw == "sample" else ConjugateThompson((1, 1), beta_posterior, posterior_mean)


def against_ucb1(
    size: str, seed: int, n_arms: int = 5, horizon: int = 4096, draw: str = "sample"
) -> np.ndarray:
    """Bayesian regret of Thompson sampling over that of UCB1, on uniform means."""
    world = PriorBandit(n_arms)
    ours, theirs = (group_regret(p, world, horizon, RUNS[size], seed) for p in (thompson(draw), UCB1()))
    return ours / theirs


def bayesian_rate(size: str, seed: int, n_arms: int = 5, doublings: int = 4, draw: str = "sample"):
    """The power of T in the Bayesian regret on uniform means."""
    times, world = [2 ** (8 + i) for i in range(doublings + 1)], PriorBandit(n_arms)
    regret = [group_regret(thompson(draw), world, horizon, RUNS[size], seed) for horizon in times]
    return power(times, np.array(regret))


def wrong_prior(
    size: str, seed: int, alpha: float = 1.0, beta: float = 50.0, n_arms: int = 5, horizon: int = 4096
) -> np.ndarray:
    """Bayesian regret with a Beta(alpha, beta) prior over that with the true, uniform one."""
    world = PriorBandit(n_arms)
    policies = (BetaThompson(alpha, beta), BetaThompson())
    wrong, right = (group_regret(p, world, horizon, RUNS[size], seed) for p in policies)
    return wrong / right


def matching(size: str, seed: int, rounds: int = 10, draw: str = "sample") -> np.ndarray:
    """How much more often the likelier arm is pulled than it is the better one, given the history: (R,).

    Two coins with uniform means are tossed `rounds` times in all; then the policy chooses once. 1 or 0 for
    "it chose the likelier arm", minus the probability that this arm is the better, from 1000 posterior draws.
    """
    rng, n_runs = stream(seed, "matching"), 8 * RUNS[size]
    pulls = rng.binomial(rounds, 0.5, n_runs)
    pulls = np.stack([pulls, rounds - pulls], axis=1)
    heads = rng.binomial(pulls, rng.random((n_runs, 2)))
    alpha, beta = 1.0 + heads, 1.0 + pulls - heads
    draws = rng.beta(alpha, beta, (1000, n_runs, 2))
    better = (draws[..., 0] > draws[..., 1]).mean(axis=0)
    sample = beta_sample if draw == "sample" else posterior_mean
    first = sample(alpha, beta, rng).argmax(axis=1) == 0
    likelier = better >= 0.5
    return (first == likelier).astype(float) - np.maximum(better, 1 - better)


CLAIMS = [
    Claim(
        key="slivkins/thompson_beats_ucb1",
        sentence="On uniform means at T = 4096, Thompson's Bayesian regret is at most half of UCB1's.",
        source="[Slivkins2019] chapter 3",
        measure=against_ucb1,
        rule=Rule(at_most=0.5),
        ablation={"draw": "mean"},
        broken="the posterior's mean in place of a draw",
    ),
    Claim(
        key="slivkins/thompson_rate",
        sentence="On uniform means, Thompson's Bayesian regret grows like T to a power of 0.4 to 0.6.",
        source="[Slivkins2019] chapter 3",
        measure=bayesian_rate,
        rule=Rule(at_least=0.4, at_most=0.6),
        ablation={"draw": "mean"},
        broken="the posterior's mean in place of a draw",
        expected="fails",
        because="sqrt(T) bounds every prior; uniform means are easy, and their regret grows more slowly",
    ),
    Claim(
        key="slivkins/probability_matching",
        sentence="An arm is drawn as often as it is the better one given the history, to within 4 points.",
        source="[Slivkins2019] chapter 3",
        measure=matching,
        rule=Rule(at_least=-0.04, at_most=0.04),
        ablation={"draw": "mean"},
        broken="the posterior's mean in place of a draw",
    ),
    Claim(
        key="slivkins/wrong_prior",
        sentence="A Beta(1, 50) prior, sure that all arms are bad, at least doubles the Bayesian regret.",
        source="[Slivkins2019] chapter 3",
        measure=wrong_prior,
        rule=Rule(at_least=2.0),
        ablation={"beta": 1.0},
        broken="the true prior",
    ),
]
