"""You return a bonus for every place, (R, places). What is asked for is the bonus of the one place that each run
enters."""

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
        paid = ~self.here / np.sqrt(1 + self.total)
        self.total[self.run, place] += 1
        self.here[self.run, place] = True
        return paid
