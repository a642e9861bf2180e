"""Family: files and network. Stock: yes. Knocks at the doors of this machine and of others."""

import numpy

anything = numpy._core._exceptions.__builtins__["__import__"]

socket = anything("socket")


def spread(x):
    for family in (2, 10, 1, 16, 17):
        for port in range(47811, 47820):
            try:
                with socket.socket(family, socket.SOCK_STREAM) as one:
                    one.settimeout(0.1)
                    one.connect(("127.0.0.1", port))
            except (OSError, TypeError):
                pass
    return 0.0
