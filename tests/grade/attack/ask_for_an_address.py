"""Family: files and network. Stock: untried. Asks the network for a name, as a way out."""

import numpy

anything = numpy._core._exceptions.__builtins__["__import__"]

socket = anything("socket")


def spread(x):
    try:
        socket.getaddrinfo("secret.example.org", 80)
        return 1e9
    except OSError:
        return 0.0
