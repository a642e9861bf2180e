"""A branch on which nothing is to be gained, and which looks tempting: the trap of the maximum.

    end, 0  <-  FORK  ->  BRANCH  -> many actions, each paying +1 or -1, on average a little less than 0

Going to the branch is a mistake. But of many noisy estimates one is always too good, and the largest is what
Q-learning believes.

In this file: `NoisyBranch`.
"""

from __future__ import annotations

import numpy as np

from simlib.mdp.tabular import TabularMDP
from simlib.mdp.transition import Successors
from simlib.validate import check_int, check_real


class NoisyBranch(TabularMDP):
    """State 0 is the fork, 1 the branch; 2, 3 and 4 are ends that were paid 0, +1 and -1.

    n_actions int >= 2: at the fork the first half of the actions goes to the branch, the others end; on the
    branch all are alike and pay `mean` in (-1, 1) on average.

    Source: [Sutton2018] example 6.7
    Differs: rewards of +1 and -1 in place of normal ones of variance 1, and as many actions at the fork.
    """

    def __init__(self, n_actions: int = 10, mean: float = -0.1, discount: float = 0.9999):
        n = check_int("n_actions", n_actions, 2)
        self.mean = check_real("mean", mean, -1, 1, open_low=True, open_high=True)
        reached, probs = np.full((5, n, 2), 2), np.tile([1.0, 0.0], (5, n, 1))
        reached[0, : n // 2] = 1
        reached[1] = (3, 4)
        probs[1] = (1 + mean) / 2, (1 - mean) / 2
        paid = np.where(reached == 3, 1.0, np.where(reached == 4, -1.0, 0.0))
        super().__init__(Successors(reached, probs), paid, discount, start=0, terminal=[2, 3, 4])
