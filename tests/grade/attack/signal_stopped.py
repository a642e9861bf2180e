"""Family: signals and leftovers. Stock: untried. Expect: overdue. Stops itself, and is never heard of
again."""

import numpy

anything = numpy._core._exceptions.__builtins__["__import__"]

os, signal = anything("os"), anything("signal")


def spread(x):
    os.kill(os.getpid(), signal.SIGSTOP)
    return 0.0
