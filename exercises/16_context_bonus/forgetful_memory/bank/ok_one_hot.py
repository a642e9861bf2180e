"""Masks in place of indices."""

import numpy as np


class ProductBonus:
    def __init__(self, n_places):
        self.n_places = n_places

    def reset(self, n_runs):
        self.total = np.zeros((n_runs, self.n_places))
        self.here = np.zeros((n_runs, self.n_places), bool)

    def begin(self, runs):
        self.here = self.here & ~runs[:, None]

    def visit(self, place):
        at = place[:, None] == np.arange(self.n_places)
        new = at & ~self.here
        paid = (new / np.sqrt(1 + self.total)).sum(axis=1)
        self.total = self.total + at
        self.here = self.here | at
        return paid
