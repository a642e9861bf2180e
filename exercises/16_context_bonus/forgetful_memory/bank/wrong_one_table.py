"""You keep one table of counts for all runs. The R runs are robots of their own: what one of them has visited is still
new to the others. N is counted in each run."""

import numpy as np


class ProductBonus:
    def __init__(self, n_places):
        self.n_places = n_places

    def reset(self, n_runs):
        self.run = np.arange(n_runs)
        self.total = np.zeros(self.n_places)
        self.here = np.zeros((n_runs, self.n_places), bool)

    def begin(self, runs):
        self.here[runs] = False

    def visit(self, place):
        first = ~self.here[self.run, place]
        paid = first / np.sqrt(1 + self.total[place])
        np.add.at(self.total, place, 1)
        self.here[self.run, place] = True
        return paid
