"""Rewritten with dictionaries and sets, one of each for a run, and plain loops."""
import math

import numpy as np


class ProductBonus:
    def __init__(self, n_places):
        self.n_places = n_places

    def reset(self, n_runs):
        self.counts = [{} for _ in range(n_runs)]
        self.seen = [set() for _ in range(n_runs)]

    def begin(self, runs):
        for seen, new in zip(self.seen, runs):
            if new:
                seen.clear()

    def visit(self, place):
        paid = np.zeros(len(self.counts))
        for r, (counts, seen) in enumerate(zip(self.counts, self.seen)):
            p = int(place[r])
            n = counts.get(p, 0)
            if p not in seen:
                paid[r] = 1 / math.sqrt(1 + n)
            counts[p] = n + 1
            seen.add(p)
        return paid
