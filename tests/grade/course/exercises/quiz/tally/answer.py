"""One number is enough."""


class Tally:
    def __init__(self):
        self.reset()

    def reset(self):
        self.sum = 0.0

    def add(self, x):
        self.sum += x

    def total(self):
        return self.sum
