"""Family: signals and leftovers. Stock: untried. Ignores the signal that says that its computing time
is over, and goes on."""

import numpy

anything = numpy._core._exceptions.__builtins__["__import__"]

signal = anything("signal")
signal.signal(signal.SIGXCPU, signal.SIG_IGN)


def spread(x):
    while True:
        pass
