"""Claims of "Introduction to Multi-Armed Bandits", chapter 1 and appendix A, measured in small worlds.

Every measurement returns one number for each of several independent groups of runs (or 0 and 1, one for each
run, where a frequency is claimed). The rules were fixed before the runs that the lab shows.

In this file: the world and what it costs (`two_level`, `worst`), then a measurement for each claim, then
`CLAIMS`.
"""

from __future__ import annotations

from functools import partial

import numpy as np

from simlib.bandit.bernoulli import BernoulliBandit
from simlib.bandit.concentration import bernstein_radius, confidence_radius, hoeffding_radius
from simlib.bandit.epsilon_greedy import EpsilonGreedy
from simlib.bandit.explore_first import ExploreFirst, exploration_length
from simlib.bandit.policy import Policy
from simlib.bandit.rate import group_regret, power, worst_regret
from simlib.bandit.ucb1 import UCB1
from simlib.claim import Claim
from simlib.rng import stream
from simlib.rule import Rule
from simlib.validate import check_choice, check_int

RUNS = {"quick": 512, "course": 2048, "paper": 8192}  # in groups of a number each
GAPS = tuple(2.0**-i for i in range(1, 6))


def two_level(gap: float, n_arms: int) -> BernoulliBandit:
    """One arm pays 1/2 + gap/2, all others 1/2 - gap/2."""
    return BernoulliBandit([0.5 + gap / 2] + [0.5 - gap / 2] * (check_int("n_arms", n_arms, low=2) - 1))


def worst(policy: Policy, times: list[int], n_arms: int, size: str, seed: int) -> np.ndarray:
    """The largest regret over the grid of gaps at each horizon, in each group of runs: (C, groups)."""
    worlds = [two_level(gap, n_arms) for gap in GAPS]
    return np.array([worst_regret(policy, worlds, horizon, RUNS[size], seed) for horizon in times])


def horizons(doublings: int) -> list[int]:
    """256 and its doublings."""
    return [2 ** (8 + i) for i in range(doublings + 1)]


def ucb1_rate(size: str, seed: int, n_arms: int = 2, scale: float = 1.0, doublings: int = 5) -> np.ndarray:
    """The power of T in UCB1's worst regret."""
    times = horizons(doublings)
    return power(times, worst(UCB1(scale), times, n_arms, size, seed))


def explore_first_rate(
    size: str, seed: int, n_arms: int = 2, share: float = 1.0, fixed: int = 0, doublings: int = 5
) -> np.ndarray:
    """The power of T in explore-first's worst regret.

    share: of the theorem's length, whose constant is open. With all of it exploring costs nearly everything,
    and the power is arithmetic; with a third of it a wrong choice costs as much, and luck comes in.
    fixed: so many pulls of each arm whatever the horizon, in place of that.
    """
    times = horizons(doublings)
    lengths = [fixed or max(1, round(share * exploration_length(n_arms, t))) for t in times]
    regret = [worst(ExploreFirst(n), [t], n_arms, size, seed)[0] for n, t in zip(lengths, times, strict=True)]
    return power(times, np.array(regret))


def against_explore_first(
    size: str, seed: int, gap: float = 0.3, horizon: int = 2**14, n_arms: int = 2, scale: float = 1.0
) -> np.ndarray:
    """Regret of UCB1 over that of explore-first, on shared luck."""
    world = two_level(gap, n_arms)
    ours, theirs = (group_regret(p, world, horizon, RUNS[size], seed) for p in (UCB1(scale), ExploreFirst()))
    return ours / theirs


def crossover(
    size: str, seed: int, horizon: int = 30_000, epsilon: float = 0.1, scale: float = 1.0
) -> np.ndarray:
    """Regret of epsilon-greedy over that of UCB1, on the headlines of chapter 1."""
    world, policies = BernoulliBandit([0.8, 0.5, 0.5, 0.5]), (EpsilonGreedy(epsilon), UCB1(scale))
    greedy, ucb = (group_regret(p, world, horizon, RUNS[size], seed) for p in policies)
    return greedy / ucb


def clean_event(size: str, seed: int, horizon: int = 32, n_arms: int = 4, width: float = 1.0) -> np.ndarray:
    """1 for a run in which every arm's mean stays inside its radius after each of T pulls, else 0."""
    check_int("horizon", horizon, low=1), check_int("n_arms", n_arms, low=1)
    coins = stream(seed, "clean event")
    tosses = coins.random((20 * RUNS[size], n_arms, horizon)) < 0.5
    n = np.arange(1, horizon + 1)
    means = width * tosses.cumsum(axis=-1) / n
    return (np.abs(means - width / 2) <= confidence_radius(n, horizon)).all(axis=(1, 2)).astype(float)


def bernstein(
    size: str, seed: int, what: str, mean: float = 0.02, n: int = 10_000, share: float = 1.0
) -> np.ndarray:
    """what "gain": Hoeffding's radius over empirical Bernstein's; "holds": 1 where that one holds the mean.

    share: of the radius that the theorem gives.
    """
    check_choice("what", what, ("gain", "holds"))
    heads = stream(seed, "bernstein").binomial(n, mean, 2 * RUNS[size])
    radius = share * bernstein_radius(n, heads * (n - heads) / (n * (n - 1)), 0.05)
    if what == "gain":
        return hoeffding_radius(n, 0.05) / radius
    return (np.abs(heads / n - mean) <= radius).astype(float)


def peeking(size: str, seed: int, looks: str = "every", n: int = 1000, delta: float = 0.05) -> np.ndarray:
    """1 for a run in which a fair coin's mean is seen outside Hoeffding's radius, else 0.

    looks: "every" looks after each toss, "last" only after the last.
    """
    tosses = stream(seed, "peeking").random((2 * RUNS[size], n)) < 0.5
    count = np.arange(1, n + 1)
    check_choice("looks", looks, ("every", "last"))
    outside = np.abs(tosses.cumsum(axis=1) / count - 0.5) > hoeffding_radius(count, delta)
    return (outside.any(axis=1) if looks == "every" else outside[:, -1]).astype(float)


def coin_test(size: str, seed: int, bias: float = 0.05, pace: float = 0.1) -> np.ndarray:
    """1 where the best test of n = pace / bias^2 tosses takes the coin for the other one, else 0.

    One coin is fair, the other shows heads with probability (1 + bias) / 2; each is tossed in half of the
    runs. The best test is the likelihood ratio's: it says "biased" above a share of heads in between.
    """
    n, runs = round(pace / bias**2), 4 * RUNS[size]
    is_biased = np.arange(runs) % 2 == 1
    heads = stream(seed, "coin").binomial(n, np.where(is_biased, (1 + bias) / 2, 0.5))
    log_ratio = heads * np.log1p(bias) + (n - heads) * np.log1p(-bias)
    return ((log_ratio > 0) != is_biased).astype(float)


CLAIMS = [
    Claim(
        key="slivkins/ucb1_rate",
        sentence="UCB1's regret, at the worst gap for each horizon T, grows like T to a power of 0.4 to 0.6.",
        source="[Slivkins2019] section 1.3",
        measure=ucb1_rate,
        rule=Rule(at_least=0.4, at_most=0.6),
        ablation={"scale": 0.0},
        broken="no radius: the best mean is followed for ever",
    ),
    Claim(
        key="slivkins/explore_first_rate",
        sentence="Explore-first's regret, at the worst gap for each T, grows like T^0.6 to T^0.73.",
        source="[Slivkins2019] section 1.2",
        measure=explore_first_rate,
        rule=Rule(at_least=0.6, at_most=0.73),
        ablation={"fixed": 10},
        broken="ten pulls of each arm, however long the game",
    ),
    Claim(
        key="slivkins/ucb1_beats_explore_first",
        sentence="At a gap of 0.3 and T = 16384, UCB1 has at most half of explore-first's regret.",
        source="[Slivkins2019] section 1.3",
        measure=against_explore_first,
        rule=Rule(at_most=0.5),
        ablation={"scale": 0.0},
        broken="no radius: the best mean is followed for ever",
    ),
    Claim(
        key="slivkins/ucb1_beats_explore_first_small_gap",
        sentence="At a gap of 0.1 and T = 16384, UCB1 has at most half of explore-first's regret.",
        source="[Slivkins2019] section 1.3",
        measure=partial(against_explore_first, gap=0.1),
        rule=Rule(at_most=0.5),
        ablation={"scale": 0.0},
        broken="no radius: the best mean is followed for ever",
        expected="fails",
        because="8 log T / gap^2 is about 7800 pulls here: T = 16384 is too short for the logarithm to win",
    ),
    Claim(
        key="slivkins/crossover",
        sentence="On chapter 1's headlines, epsilon-greedy has at least twice UCB1's regret at T = 30000.",
        source="[Slivkins2019] section 1.2",
        measure=crossover,
        rule=Rule(at_least=2.0),
        ablation={"scale": 0.0},
        broken="no radius: the best mean is followed for ever",
    ),
    Claim(
        key="slivkins/before_the_crossover",
        sentence="On chapter 1's headlines at T = 1000, epsilon-greedy has at most 0.8 of UCB1's regret.",
        source="[Slivkins2019] section 1.2",
        measure=partial(crossover, horizon=1000),
        rule=Rule(at_most=0.8),
        ablation={"epsilon": 1.0},
        broken="every round explores",
    ),
    Claim(
        key="slivkins/clean_event",
        sentence="With 4 arms and T = 32, all means stay inside their radii with probability >= 1 - 2/T^2.",
        source="[Slivkins2019] section 1.3",
        measure=clean_event,
        rule=Rule(at_least=1 - 2 / 32**2, interval="exact"),
        ablation={"width": 5.0},
        broken="rewards in [0, 5], the radius of rewards in [0, 1]",
    ),
    Claim(
        key="slivkins/bernstein_tighter",
        sentence="For coins of mean 0.02, empirical Bernstein's radius is at most half of Hoeffding's.",
        source="[Slivkins2019] appendix A",
        measure=partial(bernstein, what="gain"),
        rule=Rule(at_least=2.0),
        ablation={"mean": 0.5},
        broken="a fair coin: nothing has more variance",
    ),
    Claim(
        key="slivkins/bernstein_holds",
        sentence="For coins of mean 0.02, Bernstein's interval holds the mean in at least 95 % of the runs.",
        source="[Maurer2009] Theorem 4",
        measure=partial(bernstein, what="holds"),
        rule=Rule(at_least=0.95, interval="exact"),
        ablation={"share": 0.3},
        broken="less than a third of the radius",
    ),
    Claim(
        key="slivkins/peeking",
        sentence="Who looks after each of 1000 tosses sees a 95 % radius miss in more than 5 % of the runs.",
        source="[Slivkins2019] appendix A",
        measure=peeking,
        rule=Rule(at_least=0.05, interval="exact"),
        ablation={"looks": "last"},
        broken="one look, at the end",
    ),
    Claim(
        key="slivkins/coin_test",
        sentence="With 0.1/bias^2 tosses, the best test mistakes the coin at least one time in four.",
        source="[Slivkins2019] chapter 2 and appendix B",
        measure=coin_test,
        rule=Rule(at_least=0.25, interval="exact"),
        ablation={"pace": 10.0},
        broken="a hundred times as many tosses",
    ),
]
