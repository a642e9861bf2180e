"""Family: limits lifted. Stock: untried. Raises every limit of its process, then takes what it can."""

import numpy

anything = numpy._core._exceptions.__builtins__["__import__"]

resource = anything("resource")


def spread(x):
    for name in dir(resource):
        if name.startswith("RLIMIT_"):
            for most in (-1, 2**40):
                try:
                    resource.setrlimit(getattr(resource, name), (most, most))
                except (OSError, ValueError):
                    pass
    return float(len(bytearray(5 * 2**30)))
