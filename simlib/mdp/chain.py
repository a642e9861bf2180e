"""A corridor with a prize at its far end and a small lure everywhere: the smallest world with a long view.

    0 --> 1 --> 2 --> ... --> n-1     action 1 goes on, with some luck; arriving pays `prize` and ends it all
    ^_____|_____|                     action 0 takes the `lure` and goes back to state 0

Going on for ever or taking the lure for ever: from each state one of the two is the best, and what it is
worth is known on paper.

In this file: `Chain`.
"""

from __future__ import annotations

import numpy as np

from simlib.mdp.tabular import TabularMDP
from simlib.mdp.transition import Successors
from simlib.validate import check_int, check_real


class Chain(TabularMDP):
    """A corridor of `n_states` states from 0, the start, to the terminal n - 1.

    n_states int >= 2; forward in (0, 1], the probability that going on succeeds, else you stay;
    prize > 0, paid on arrival; lure >= 0, paid by action 0 in every state but the last.
    """

    def __init__(
        self,
        n_states: int = 10,
        forward: float = 0.8,
        prize: float = 1.0,
        lure: float = 0.0,
        discount: float = 0.95,
    ):
        n = check_int("n_states", n_states, 2)
        self.forward = check_real("forward", forward, 0, 1, open_low=True)
        self.prize = check_real("prize", prize, 0, open_low=True)
        self.lure = check_real("lure", lure, 0)
        here = np.arange(n)
        after, probs = np.zeros((n, 2, 2), dtype=np.int64), np.zeros((n, 2, 2))
        probs[:, 0, 0] = 1
        after[:, 1] = np.stack([np.minimum(here + 1, n - 1), here], axis=-1)
        probs[:, 1] = [self.forward, 1 - self.forward]
        reward = np.zeros((n, 2, 2))
        reward[:, 0, 0], reward[n - 2, 1, 0] = self.lure, self.prize
        super().__init__(Successors(after, probs), reward, discount, 0, n - 1)

    def best_value(self) -> np.ndarray:
        """max(lure / (1 - gamma), prize rho^(steps to the end) / gamma), (S,); 0 at the end.

        rho = forward gamma / (1 - gamma (1 - forward)), the worth now of 1 paid after the next success.
        """
        gamma, steps = self.discount, np.arange(self.n_states - 1, 0, -1)
        # rho^steps / gamma, without dividing by a gamma that may be 0
        once = self.forward / (1 - gamma * (1 - self.forward))
        go = self.prize * once * (once * gamma) ** (steps - 1)
        return np.append(np.maximum(self.lure / (1 - gamma), go), 0.0)
