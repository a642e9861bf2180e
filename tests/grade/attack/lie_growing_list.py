"""Family: objects that lie. Stock: untried. Returns a list that grows while it is copied."""

class Growing(list):
    def __iter__(self):
        while True:
            yield 0.0

    def __len__(self):
        return 1


def spread(x):
    return Growing([0.0])
