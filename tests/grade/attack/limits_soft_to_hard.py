"""Family: limits lifted. Stock: untried. Raises its limit for one call up to the limit for all, and
uses all of it."""

import numpy

anything = numpy._core._exceptions.__builtins__["__import__"]

resource = anything("resource")


def spread(x):
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (hard, hard))
    while True:
        pass
