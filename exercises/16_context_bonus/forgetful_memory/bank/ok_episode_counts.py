"""Counts in the episode in place of truth values."""

import numpy as np


class ProductBonus:
    def __init__(self, n_places):
        self.n_places = n_places

    def reset(self, n_runs):
        self.run = np.arange(n_runs)
        self.total = np.zeros((n_runs, self.n_places))
        self.here = np.zeros((n_runs, self.n_places))

    def begin(self, runs):
        self.here[runs] = 0

    def visit(self, place):
        cell = self.run, place
        paid = np.where(self.here[cell] == 0, (1 + self.total[cell]) ** -0.5, 0.0)
        self.total[cell] += 1
        self.here[cell] += 1
        return paid
