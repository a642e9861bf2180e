class Tally:
    def reset(self):
        raise NotImplementedError

    def add(self, x):
        raise NotImplementedError

    def total(self):
        raise NotImplementedError
