"""The same bandit in river and in MABWiser, one round after the other: as their users would write it.

In this file: `run_river`, `run_mabwiser`, and `installed_packages`.
"""

from __future__ import annotations

import random
from importlib.metadata import version


def river_policy(name: str):
    """river's nearest equivalent, or None."""
    from river import bandit, proba

    if name == "UCB1":
        return bandit.UCB(delta=1, seed=1)
    if name == "Thompson":
        return bandit.ThompsonSampling(reward_obj=proba.Beta(), seed=1)
    return bandit.EpsilonGreedy(epsilon=0.1, seed=1)


def run_river(name: str, steps: int, p: list[float]) -> None:
    policy, rng, arms = river_policy(name), random.Random(1), list(range(len(p)))
    for _ in range(steps):
        arm = policy.pull(arms)
        policy.update(arm, int(rng.random() < p[arm]))


def run_mabwiser(name: str, steps: int, p: list[float]) -> None:
    from mabwiser.mab import MAB, LearningPolicy

    kinds = {"UCB1": LearningPolicy.UCB1(1.0), "Thompson": LearningPolicy.ThompsonSampling()}
    learning = kinds.get(name, LearningPolicy.EpsilonGreedy(0.1))
    arms, rng = list(range(len(p))), random.Random(1)
    mab = MAB(arms, learning, seed=1)
    mab.fit(arms, [int(rng.random() < q) for q in p])
    for _ in range(steps):
        arm = mab.predict()
        mab.partial_fit([arm], [int(rng.random() < p[arm])])


def installed_packages() -> dict:
    """The packages to measure against, with the number of steps each is given."""
    found = {}
    for package, work, steps in (("river", run_river, 3000), ("mabwiser", run_mabwiser, 500)):
        try:
            version(package)
            found[package] = (work, steps)
        except ImportError:
            print(f"{package} is not installed: its column is left out (make bench installs it)")
    return found
