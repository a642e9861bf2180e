"""Family: huge and deep replies. Stock: no pipe to write to. Writes a line of a million brackets into
the pipe."""

import numpy

anything = numpy._core._exceptions.__builtins__["__import__"]

os = anything("os")


def spread(x):
    for descriptor in range(3, 16):
        try:
            os.write(descriptor, b"[" * 60_000 + bytes([10]))
        except OSError:
            pass
    return 0.0
