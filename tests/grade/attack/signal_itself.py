"""Family: signals and leftovers. Stock: untried. Kills its own process in every way that there is."""

import numpy

anything = numpy._core._exceptions.__builtins__["__import__"]

os, signal = anything("os"), anything("signal")


def spread(x):
    os.kill(os.getpid(), signal.SIGKILL)
    os.abort()
