"""Claims of "Introduction to Multi-Armed Bandits", chapter 2: what no policy can do.

In this file: a measurement for each claim, then `CLAIMS`.
"""

from __future__ import annotations

import numpy as np

from simlib.bandit.baseline import Oracle, Uniform
from simlib.bandit.bernoulli import BernoulliBandit
from simlib.bandit.bound import lai_robbins
from simlib.bandit.epsilon_greedy import EpsilonGreedy
from simlib.bandit.explore_first import ExploreFirst
from simlib.bandit.kl_ucb import KLUCB
from simlib.bandit.lower_bound import needle, two_instances
from simlib.bandit.moss import MOSS
from simlib.bandit.policy import Policy
from simlib.bandit.rate import group_regret, worst_regret
from simlib.bandit.thompson import BetaThompson
from simlib.bandit.ucb1 import UCB1
from simlib.claim import Claim
from simlib.rule import Rule
from simlib.validate import check_choice

RUNS = {"quick": 128, "course": 512, "paper": 2048}
ZOO = (UCB1(), MOSS(), KLUCB(), BetaThompson(), EpsilonGreedy(0.1), ExploreFirst(), Uniform())
POLICIES = {"KL-UCB": KLUCB(), "UCB1": UCB1()}


def zoo(oracle: bool) -> tuple[Policy, ...]:
    """The policies, and with `oracle` one that was told the instance."""
    return (*ZOO, Oracle()) if oracle else ZOO


def above_the_floor(
    size: str, seed: int, horizon: int = 1024, n_arms: int = 10, gap: float = 0.3, oracle: bool = False
) -> np.ndarray:
    """The best policy's regret over sqrt(K T), on needles: its worst over the gap and a third of it."""
    worlds = [needle(n_arms, gap), needle(n_arms, gap / 3)]
    best = [worst_regret(p, worlds, horizon, RUNS[size], seed) for p in zoo(oracle)]
    return np.min(best, axis=0) / np.sqrt(n_arms * horizon)


def two_worlds(
    size: str, seed: int, gap: float = 0.1, horizon: int = 100, oracle: bool = False
) -> np.ndarray:
    """The best policy's larger regret on the two instances, times gap: what it costs to serve both."""
    best = [worst_regret(p, two_instances(gap), horizon, 4 * RUNS[size], seed) for p in zoo(oracle)]
    return np.min(best, axis=0) * gap


def near_lai_robbins(
    size: str, seed: int, policy: str = "KL-UCB", horizon: int = 2**14, high: float = 0.8, low: float = 0.5
) -> np.ndarray:
    """Regret over Lai and Robbins' constant times log T, of two coins."""
    check_choice("policy", policy, POLICIES)
    world = BernoulliBandit([high, low])
    regret = group_regret(POLICIES[policy], world, horizon, RUNS[size], seed)
    return regret / (lai_robbins(world.means) * np.log(horizon))


CLAIMS = [
    Claim(
        key="slivkins/no_policy_below_the_floor",
        sentence="On needles of K = 10 arms at T = 1024, the best of seven policies has sqrt(KT)/50 or more.",
        source="[Slivkins2019] chapter 2",
        measure=above_the_floor,
        rule=Rule(at_least=1 / 50),
        ablation={"oracle": True},
        broken="one policy is told where the needle is",
    ),
    Claim(
        key="slivkins/two_instances",
        sentence="With gap 0.1 and T = 100, none of seven policies has less than 0.1/gap on both instances.",
        source="[Slivkins2019] chapter 2",
        measure=two_worlds,
        rule=Rule(at_least=0.1),
        ablation={"oracle": True},
        broken="one policy is told which instance it is in",
    ),
    Claim(
        key="slivkins/near_lai_robbins",
        sentence="On two coins at T = 16384, KL-UCB is within a factor of 2 of Lai and Robbins' bound.",
        source="[Slivkins2019] chapter 2",
        measure=near_lai_robbins,
        rule=Rule(at_least=0.5, at_most=2.0),
        ablation={"policy": "UCB1"},
        broken="UCB1 in its place, which does not use the law of coins",
    ),
]
