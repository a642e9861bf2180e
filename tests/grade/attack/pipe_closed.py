"""Family: early and late replies. Stock: no pipe to write to. Closes all pipes and goes on."""

import numpy

anything = numpy._core._exceptions.__builtins__["__import__"]

os = anything("os")


def spread(x):
    os.closerange(3, 64)
    return 0.0
