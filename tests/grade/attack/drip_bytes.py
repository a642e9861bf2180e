"""Family: slow and endless. Stock: no pipe to write to. Expect: overdue. Writes one byte after the
other into the pipe, never a whole line."""

import numpy

anything = numpy._core._exceptions.__builtins__["__import__"]

os, time = anything("os"), anything("time")


def spread(x):
    while True:
        for descriptor in range(3, 16):
            try:
                os.write(descriptor, b" ")
            except OSError:
                pass
        time.sleep(0.5)
