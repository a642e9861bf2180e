"""RiverSwim: the current carries you to a small reward, and the large one is far upstream.

    action 0 swims with the current and always arrives one state to the left
    action 1 swims against it: one state up with 0.35, staying with 0.6, one state back with 0.05

Six states. At the left end action 0 pays 0.005, at the right end action 1 pays 1. The best policy swims up in
every state, and a learner that only tries things at random hardly ever sees why.

In this file: `RiverSwim`.
"""

from __future__ import annotations

import numpy as np

from simlib.mdp.tabular import TabularMDP
from simlib.validate import check_int


class RiverSwim(TabularMDP):
    """n_states >= 2 states in a row, from the left end 0, the start; no episode ends.

    At the left end swimming up succeeds with 0.6, else you stay; at the right end it holds your place with
    0.6, else you are carried back.

    Source: [Osband2013], its figure of RiverSwim; the idea is from [Strehl2008]
    Differs: [Strehl2008] has other probabilities, rewards 5 and 10000, and two states to start from.
    """

    def __init__(self, n_states: int = 6, discount: float = 0.95):
        n = check_int("n_states", n_states, 2)
        here = np.arange(n)
        probs = np.zeros((n, 2, n))
        probs[here, 0, np.maximum(here - 1, 0)] = 1
        inner = here[1:-1]
        probs[inner, 1, inner - 1], probs[inner, 1, inner], probs[inner, 1, inner + 1] = 0.05, 0.6, 0.35
        probs[0, 1, :2] = 0.4, 0.6
        probs[n - 1, 1, n - 2 :] = 0.4, 0.6
        reward = np.zeros((n, 2))
        reward[0, 0], reward[n - 1, 1] = 0.005, 1.0
        super().__init__(probs, reward, discount)
