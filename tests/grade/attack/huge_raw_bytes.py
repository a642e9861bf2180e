"""Family: huge and deep replies. Stock: no pipe to write to. Writes hundreds of megabytes without a
line end into the pipe."""

import numpy

anything = numpy._core._exceptions.__builtins__["__import__"]

os = anything("os")


def spread(x):
    block = b"a" * (1 << 20)
    for descriptor in range(3, 16):
        try:
            for _ in range(300):
                os.write(descriptor, block)
        except OSError:
            pass
    return 0.0
