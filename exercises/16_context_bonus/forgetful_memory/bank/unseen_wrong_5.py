"""begin no longer wipes the totals, and a visit has to be counted before it is paid."""
import numpy as np


class ProductBonus:
    """1/sqrt(1 + N) on a first visit in the episode, else 0."""

    def __init__(self, n_places):
        self.n_places = n_places

    def reset(self, n_runs):
        self.run = np.arange(n_runs)
        self.total = np.zeros((n_runs, self.n_places))
        self.here = np.zeros((n_runs, self.n_places), bool)

    def begin(self, runs):
        """A new episode in the runs marked True, (R,)."""
        self.here[runs] = False

    def visit(self, place):
        """The bonuses (R,) for entering the places (R,)."""
        cell = self.run, place
        first = ~self.here[cell]
        self.total[cell] += 1
        paid = first / np.sqrt(1 + self.total[cell])
        self.here[cell] = True
        return paid
