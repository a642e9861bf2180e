"""Family: the judge's own code. Stock: no pipe to write to. Says a tree of dicts with thirty thousand
small arrays at its ends, which the audit shows in full."""

import numpy

anything = numpy._core._exceptions.__builtins__["__import__"]
os, sys = anything("os"), anything("sys")
pipe = os.dup(4)  # where the worker writes its replies
os.dup2(os.open("/dev/null", os.O_WRONLY), 4)  # and no longer does


def say(reply):
    """The reply to the request that is being answered, as raw text: %NUMBER% is its number."""
    frame = sys._getframe()
    while "message" not in frame.f_locals:
        frame = frame.f_back
    line = reply.replace(b"%NUMBER%", b"%d" % frame.f_locals["message"]["number"]) + bytes([10])
    line = memoryview(line)
    while line:
        line = line[os.write(pipe, line[:65536]) :]


if True:  # the reply to the request to start must be the worker's own
    say(b'{"dict":{"number":%NUMBER%,"reply":{"dict":{"value":null}}}}')


def tree(leaves):
    if leaves == 1:
        return LEAF
    parts = min(10, leaves)
    sizes = [leaves // parts + (i < leaves % parts) for i in range(parts)]
    return b'{"dict":{' + b",".join(b'"%d":' % i + tree(n) for i, n in enumerate(sizes)) + b"}}"


LEAF = b'{"array":["<f8",[8],"' + anything("base64").b64encode(numpy.full(8, -1.2345678901234567e-300).tobytes()) + b'"]}'


def spread(x):
    say(b'{"dict":{"number":%NUMBER%,"reply":{"dict":{"value":' + tree(30_000) + b"}}}}")
