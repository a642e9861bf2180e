"""Family: slow and endless. Stock: no marks, after its time-out. Expect: overdue. Sleeps, using no
computing time at all."""

import numpy

anything = numpy._core._exceptions.__builtins__["__import__"]

time = anything("time")


def spread(x):
    time.sleep(10**6)
