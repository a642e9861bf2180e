"""The bonus falls like one over the root of 1 + N; yours falls like 1/(1 + N)."""

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
        paid = first / (1 + self.total[cell])
        self.total[cell] += 1
        self.here[cell] = True
        return paid
