"""Family: slow and endless. Stock: untried. Expect: overdue. Sleeps a little less than the judge waits for
a reply, uses no computing time at all, and dies after each, so that it may sleep again: only what all of it
takes together gives it away.
"""

import numpy

anything = numpy._core._exceptions.__builtins__["__import__"]
os, time = anything("os"), anything("time")
time.sleep(7.2)


def spread(x):
    time.sleep(7.2)
    os._exit(0)
