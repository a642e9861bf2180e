"""What a learner is paid for beside the goal: which bonus, how large, counted how.

In this file: `Setting`, one choice of all that; `BONUSES`, the bonuses by name; `bonus`, what a setting pays.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from simlib.mdp.combined_bonus import product, weighted_sum
from simlib.mdp.noveld import noveld
from simlib.validate import check_choice, check_real

COUNTED = ("world", "place", "time")
# (novelty of the place reached, of the place left, 1 on a first visit) -> the bonus
BONUSES: dict[str, Callable[[np.ndarray, np.ndarray, np.ndarray], np.ndarray]] = {
    "none": lambda after, before, first: 0 * after,
    "global": lambda after, before, first: after,
    "episodic": lambda after, before, first: first,
    "product": lambda after, before, first: product(after, first),
    "sum": lambda after, before, first: weighted_sum(after, first),
    "NovelD": lambda after, before, first: noveld(before, after, first),
}


@dataclass(frozen=True)
class Setting:
    """One learner's bonus and the share of episodes that are the shared world.

    Raises: ValueError for a name that is not known, a share out of [0, 1], a negative beta.
    """

    bonus: str = "product"  # a name of BONUSES
    sharing: float = 0.5  # probability that an episode is the shared world
    beta: float = 0.1  # size of the bonus beside the goal's 1
    normalise: bool = True  # divide the bonus by its running mean, for each run and kind of episode
    counted: str = "world"  # "world": fresh names are new; "place": all worlds share counts; "time": with t
    frozen: bool = False  # N stays 0
    within: bool = False  # N counts the earlier visits of this episode too

    def __post_init__(self):
        check_choice("bonus", self.bonus, BONUSES)
        check_choice("counted", self.counted, COUNTED)
        check_real("sharing", self.sharing, 0, 1)
        check_real("beta", self.beta, 0)


def bonus(name: str, after: np.ndarray, before: np.ndarray, first: np.ndarray) -> np.ndarray:
    """The bonus of this name; after, before: novelty of the place reached and left; first: 1 or 0.

    Raises: ValueError for an unknown name.
    """
    return BONUSES[check_choice("bonus", name, BONUSES)](after, before, first)
