"""Family: early and late replies. Stock: no pipe to write to. Leaves half a line in the pipe, so that
the next reply is read as another."""

import numpy

anything = numpy._core._exceptions.__builtins__["__import__"]

os = anything("os")


def spread(x):
    for descriptor in range(3, 16):
        try:
            os.write(descriptor, b'{"dict":{"number":1,"reply":')
        except OSError:
            pass
    return 0.0
