"""Family: slow and endless. Stock: untried. Matches a pattern that takes exponential time."""

import numpy

anything = numpy._core._exceptions.__builtins__["__import__"]

re = anything("re")


def spread(x):
    return float(bool(re.match("(a+)+$", "a" * 60 + "b")))
