"""Claims of "A Study of Global and Episodic Bonuses for Exploration in Contextual MDPs", in a world of arms.

A measurement trains two learners, `ours` and `theirs`, on the same luck, and returns for each run the success
of ours minus that of theirs, in episodes lived after learning. All runs of a learner are one array. Every
learner has the same settings.

In this file: `success` and `gain`, then `CLAIMS`.
"""

from __future__ import annotations

from functools import lru_cache, partial

import numpy as np

from simlib.claim import Claim
from simlib.mdp.arms_cmdp import ArmsCMDP
from simlib.mdp.bonus_learner import train
from simlib.mdp.bonus_setting import Setting
from simlib.rule import Rule
from simlib.validate import check_int

TIMES = {"quick": 1, "course": 4, "paper": 16}  # as many runs as `runs` says


@lru_cache(maxsize=64)
def success(setting: Setting, runs: int, seed: int, world: tuple, updates: int, learner: tuple) -> np.ndarray:
    """Success (R,) of one setting after `updates`; kept, since several claims share a learner."""
    n_envs, rate, baseline_rate, entropy, discount = learner
    numbers = {"n_envs": n_envs, "rate": rate, "baseline_rate": baseline_rate}
    numbers |= {"updates": updates, "entropy": entropy, "discount": discount}
    return train(ArmsCMDP(*world), [setting], runs, seed, **numbers).success[0]


def gain(
    size: str,
    seed: int,
    ours: str = "product",
    theirs: str = "global",
    sharing: float = 1.0,
    frozen: bool = False,
    runs: int = 64,
    beta: float = 0.1,
    normalise: bool = True,
    counted: str = "world",
    n_arms: int = 4,
    length: int = 8,
    n_actions: int = 8,
    slack: int = 4,
    updates: int = 500,
    n_envs: int = 8,
    rate: float = 0.5,
    baseline_rate: float = 0.15,
    entropy: float = 0.02,
    discount: float = 0.95,
) -> np.ndarray:
    """Success of `ours` minus that of `theirs`, (R,); frozen: the global part of ours never learns."""
    runs = TIMES[size] * check_int("runs", runs, low=8)
    world, learner = (n_arms, length, n_actions, slack), (n_envs, rate, baseline_rate, entropy, discount)
    pair = [Setting(name, sharing, beta, normalise, counted) for name in (ours, theirs)]
    if frozen:
        pair[0] = Setting(ours, sharing, beta, normalise, counted, frozen=True)
    first, second = (success(setting, runs, seed, world, updates, learner) for setting in pair)
    return first - second


PAPER = "[Henaff2023]"
NO_FACTOR = "the first-visit factor is left out, which leaves the global bonus"
NO_MEMORY = "the counts stay 0: nothing is remembered across episodes"

CLAIMS = [
    Claim(
        key="bonuses/episodic_without_sharing",
        sentence="Without sharing the episodic bonus succeeds at least 0.5 more often than the global.",
        source=PAPER,
        measure=partial(gain, ours="episodic", theirs="global", sharing=0.0),
        rule=Rule(at_least=0.5),
        ablation={"sharing": 1.0},
        broken="every episode is the same world",
    ),
    Claim(
        key="bonuses/global_with_sharing",
        sentence="With full sharing the global bonus succeeds at least 0.2 more often than the episodic.",
        source=PAPER,
        measure=partial(gain, ours="global", theirs="episodic", sharing=1.0, runs=512),
        rule=Rule(at_least=0.2),
        ablation={"frozen": True},
        broken=NO_MEMORY,
    ),
    Claim(
        key="bonuses/product_keeps_up_without_sharing",
        sentence="Without sharing the product succeeds at most 0.15 less often than the episodic bonus.",
        source=PAPER,
        measure=partial(gain, ours="product", theirs="episodic", sharing=0.0),
        rule=Rule(at_least=-0.15),
        ablation={"ours": "global"},
        broken=NO_FACTOR,
    ),
    Claim(
        key="bonuses/product_keeps_up_with_sharing",
        sentence="With full sharing the product succeeds at most 0.15 less often than the global bonus.",
        source=PAPER,
        measure=partial(gain, ours="product", theirs="global", sharing=1.0, runs=512),
        rule=Rule(at_least=-0.15),
        ablation={"frozen": True},
        broken=NO_MEMORY,
    ),
    Claim(
        key="bonuses/product_rescues_the_global",
        sentence="Without sharing the product succeeds at least 0.25 more often than the global bonus.",
        source=PAPER,
        measure=partial(gain, ours="product", theirs="global", sharing=0.0),
        rule=Rule(at_least=0.25),
        ablation={"ours": "global"},
        broken=NO_FACTOR,
    ),
    Claim(
        key="bonuses/product_rescues_the_episodic",
        sentence="With full sharing the product succeeds at least 0.25 more often than the episodic bonus.",
        source=PAPER,
        measure=partial(gain, ours="product", theirs="episodic", sharing=1.0, runs=512),
        rule=Rule(at_least=0.25),
        ablation={"frozen": True},
        broken=NO_MEMORY,
    ),
    Claim(
        key="bonuses/product_in_between",
        sentence="Half shared, the product succeeds at least 0.2 more often than the global bonus.",
        source=PAPER,
        measure=partial(gain, ours="product", theirs="global", sharing=0.5),
        rule=Rule(at_least=0.2),
        ablation={"ours": "global"},
        broken=NO_FACTOR,
    ),
    Claim(
        key="bonuses/product_beats_sum",
        sentence="Without sharing the product succeeds at least 0.25 more often than the sum.",
        source="[Henaff2023] for the product; the sum is ours",
        measure=partial(gain, ours="product", theirs="sum", sharing=0.0),
        rule=Rule(at_least=0.25),
        ablation={"theirs": "episodic"},
        broken="the sum without its global half, which never fades here",
    ),
    Claim(
        key="bonuses/global_with_sharing_large_bonus",
        sentence="With full sharing and a bonus three times as large, the global bonus still leads by 0.2.",
        source=PAPER,
        measure=partial(gain, ours="global", theirs="episodic", sharing=1.0, beta=0.3),
        rule=Rule(at_least=0.2),
        ablation={"frozen": True},
        broken=NO_MEMORY,
        expected="fails",
        because="twelve steps of bonus then pay more than the goal, so an episode that ends there loses",
    ),
    Claim(
        key="bonuses/global_with_sharing_long_episodes",
        sentence="With full sharing and episodes of 20 steps, the global bonus still leads by 0.2.",
        source=PAPER,
        measure=partial(gain, ours="global", theirs="episodic", sharing=1.0, slack=12, runs=256),
        rule=Rule(at_least=0.2),
        ablation={"frozen": True},
        broken=NO_MEMORY,
        expected="fails",
        because="a longer episode holds more bonus beside the same goal, so again the walk pays more",
    ),
]
