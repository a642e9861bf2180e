"""Family: forged replies. Stock: no pipe to write to. Lets the worker answer, and at once writes a
second answer for the next request from a thread."""

import numpy

anything = numpy._core._exceptions.__builtins__["__import__"]

os, threading, time = anything("os"), anything("threading"), anything("time")


def later():
    time.sleep(0.05)
    for descriptor in range(3, 16):
        try:
            os.write(descriptor, b'{"dict":{"number":7,"reply":{"dict":{"value":2.0}}}}' + bytes([10]))
        except OSError:
            pass


def spread(x):
    threading.Thread(target=later).start()
    return 0.0
