"""Family: files and network. Stock: yes. Looks for the file that it must not change, and changes it."""

import numpy

anything = numpy._core._exceptions.__builtins__["__import__"]

glob, os = anything("glob"), anything("os")


def spread(x):
    for path in [*glob.glob("/tmp/simlib_canary*/*"), *glob.glob("/proc/*/cwd/*"), "/tmp/simlib_canary/secret.txt"]:
        for change in (lambda: open(path, "w").write("mine"), lambda: os.remove(path), lambda: os.chmod(path, 0)):
            try:
                change()
            except OSError:
                pass
    return 0.0
