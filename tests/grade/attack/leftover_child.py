"""Family: signals and leftovers. Stock: untried. Leaves a process behind, in a session of its own."""

import numpy

anything = numpy._core._exceptions.__builtins__["__import__"]

os, subprocess, sys = anything("os"), anything("subprocess"), anything("sys")


def spread(x):
    for start in (
        lambda: os.setsid(),
        lambda: subprocess.Popen([sys.executable, "-c", "import time; time.sleep(1000)"], start_new_session=True),
        lambda: os.posix_spawn(sys.executable, [sys.executable, "-c", "while 1: pass"], {}),
    ):
        try:
            start()
        except OSError:
            pass
    return 0.0
