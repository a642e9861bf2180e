"""`begin` forgets the episode in every run, whichever runs are marked. The others are in the middle of theirs."""

import numpy as np


class ProductBonus:
    def __init__(self, n_places):
        self.n_places = n_places

    def reset(self, n_runs):
        self.run = np.arange(n_runs)
        self.total = np.zeros((n_runs, self.n_places))
        self.here = np.zeros((n_runs, self.n_places), bool)

    def begin(self, runs):
        self.here[:] = False

    def visit(self, place):
        cell = self.run, place
        first = ~self.here[cell]
        paid = first / np.sqrt(1 + self.total[cell])
        self.total[cell] += 1
        self.here[cell] = True
        return paid
