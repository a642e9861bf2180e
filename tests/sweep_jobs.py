"""Jobs for `test_sweep.py`, in a file of their own, so that other processes can import them.

Those with `marks` leave a file in that folder for every call, and the tests count them.
"""

import os
import time
import uuid
from pathlib import Path

RETURNED = {
    "number": 3,
    "array": {"a": [1, {"b": 2}]},
    "bytes": {"a": b"1"},
    "complex": {"a": 1j},
    "name": {1: 2},
    "collision": {"y": 1, "x": 2},
}


def mark(marks, x):
    (Path(marks) / f"{x}.{uuid.uuid4().hex}").touch()


def wait_until(condition):
    give_up = time.monotonic() + 30
    while not condition():
        if time.monotonic() > give_up:
            raise TimeoutError("nobody came")
        time.sleep(0.005)


def echo(x, i=0):
    return {"y": x}


def names(**arguments):
    return {"names": list(arguments)}


def third(x, marks):
    mark(marks, x)
    return {"third": x / 3, "label": f"number {x}", "list": [x, None, True, -0.0]}


def meet(x, marks):
    """Ends when somebody else computes the same."""
    mark(marks, x)
    wait_until(lambda: len(list(Path(marks).glob(f"{x}.*"))) >= 2)
    return {"third": x / 3}


def gated(x, marks):
    """From 5 on, does not end where the gate is shut."""
    mark(marks, x)
    wait_until(lambda: x < 5 or os.environ.get("GATE") != "shut")
    return {"third": x / 3}


def fragile(x, marks):
    mark(marks, x)
    if x == 3:
        raise SystemExit("three")
    return {"inverse": 1 / (x - 2)}


def interrupted(x, marks):
    mark(marks, x)
    if x == 2 and len(list(Path(marks).glob("2.*"))) == 1:
        raise KeyboardInterrupt
    return {"y": -x}


def greedy(x):
    x.append(4)
    return {"total": sum(x)}


def returns(x):
    return RETURNED[x]
