"""Family: slow and endless. Stock: untried. Starts threads that compute for ever, and answers."""

import numpy

anything = numpy._core._exceptions.__builtins__["__import__"]

threading = anything("threading")


def burn():
    while True:
        pass


def spread(x):
    for _ in range(8):
        threading.Thread(target=burn, daemon=True).start()
    return 0.0
