"""Two memories with two lives: what was visited here ends with the episode, N does not.

The code handed out sets N to 0 when an episode begins. On a first visit N is then 0, always, so the global factor is 1
and the product is the episodic bonus. Fresh worlds do not notice, since their names were never counted before
anyway; the shared world pays the same for all arms every morning. Printing the mean of 1/sqrt(1 + N) over first
visits would have shown it: it must fall while the robot learns its building, and it stays at 1.
"""

import numpy as np


class ProductBonus:
    def __init__(self, n_places):
        self.n_places = n_places

    def reset(self, n_runs):
        self.run = np.arange(n_runs)
        self.total = np.zeros((n_runs, self.n_places))
        self.here = np.zeros((n_runs, self.n_places), bool)

    def begin(self, runs):
        self.here[runs] = False

    def visit(self, place):
        cell = self.run, place
        first = ~self.here[cell]
        paid = first / np.sqrt(1 + self.total[cell])
        self.total[cell] += 1
        self.here[cell] = True
        return paid
