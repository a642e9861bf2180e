"""A set and a dict for each run."""

import math

import numpy as np


class ProductBonus:
    def __init__(self, n_places):
        self.n_places = n_places

    def reset(self, n_runs):
        self.total = [{} for _ in range(n_runs)]
        self.here = [set() for _ in range(n_runs)]

    def begin(self, runs):
        for run in np.flatnonzero(runs):
            self.here[run] = set()

    def visit(self, place):
        paid = np.zeros(len(place))
        for run, where in enumerate(place.tolist()):
            if where not in self.here[run]:
                paid[run] = 1 / math.sqrt(1 + self.total[run].get(where, 0))
            self.here[run].add(where)
            self.total[run][where] = self.total[run].get(where, 0) + 1
        return paid
