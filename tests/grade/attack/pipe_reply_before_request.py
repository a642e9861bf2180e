"""Family: early and late replies. Stock: no pipe to write to. Fills every pipe it finds with replies to
requests that were not made yet."""

import numpy

anything = numpy._core._exceptions.__builtins__["__import__"]
os = anything("os")


def spread(x):
    for descriptor in range(3, 16):
        try:
            os.write(descriptor, b'{"dict":{"number":1,"reply":{"dict":{"value":1.5}}}}\n' * 3)
        except OSError:
            pass
    return 0.0
