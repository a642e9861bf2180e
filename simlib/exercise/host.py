"""The answer's side of the boundary: it runs the student's code and sends back plain data.

A request is a dict of plain data with `verb` "call", "new" or "method"; a reply is a dict with
`value`, or with `problem` when there is no value:

    {"verb": "call", "name": "f", "args": [2], "kwargs": {}}                   ->  {"value": 4}
    {"verb": "new", "name": "Policy", "args": [], "kwargs": {}}                ->  {"value": 0}, its number
    {"verb": "method", "handle": 0, "name": "act", "args": [3], "kwargs": {}}  ->  {"value": [1, 0]}
    any of them    ->  {"problem": "error", "sentence": "f stops with ..."}

A reply to "call" also holds "changed": True where the function changed an array among its arguments. A
problem is "missing", "error", "refused" (the value is not plain) or "not attempted". In practice the host
lives in the student's own kernel; for marks, in a sandbox, with a pipe in between. Like `plain.py` this file
needs only NumPy.

In this file: `Host`, `error_sentence`.
"""

from __future__ import annotations

import re
import traceback
import warnings
from typing import Any

import numpy as np

from simlib.exercise.plain import NotPlain, plain, type_name

_ARRAY, _copy = np.ndarray, np.array
_ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")


class Host:
    """Answers requests out of `namespace`, a dict from the names an exercise asks for to objects."""

    def __init__(self, namespace: dict[str, object]):
        self.namespace = dict(namespace)
        self.objects: list[object] = []

    def reply(self, request: dict) -> dict:
        """Do what the request asks and say what came out; the student's errors never get further."""
        name = request["name"]
        try:
            with warnings.catch_warnings(), np.errstate(all="ignore"):
                warnings.simplefilter("ignore")
                target = self._target(request)
                if target is None:
                    return {"problem": "missing", "sentence": _missing(request)}
                before = [_copy(array) for array in _arrays(request)]
                value = target(*request["args"], **request["kwargs"])
                changed = not all(map(_equal, before, _arrays(request)))
                return {"value": self._keep(value, request["verb"])} | ({"changed": True} if changed else {})
        except NotPlain as refusal:
            return {"problem": "refused", "sentence": f"{name} returned {refusal}"}
        except NotImplementedError:
            return {"problem": "not attempted", "sentence": f"{name} is not written yet"}
        except (Exception, SystemExit) as error:  # Ctrl-C goes through
            return {"problem": "error", "sentence": f"{name} stops with {error_sentence(error)}"}

    def _target(self, request: dict) -> Any:
        if request["verb"] == "method":
            return getattr(self.objects[request["handle"]], request["name"], None)
        return self.namespace.get(request["name"])

    def _keep(self, value: object, verb: str):
        if verb != "new":
            return plain(value, nan=True, inf=True)
        self.objects.append(value)
        return len(self.objects) - 1


def _arrays(request: dict) -> list[np.ndarray]:
    """The arrays among a call's arguments."""
    given = [*request["args"], *request["kwargs"].values()]
    return [array for array in given if request["verb"] == "call" and type(array) is _ARRAY]


def _equal(a: np.ndarray, b: np.ndarray) -> bool:
    return a.shape == b.shape and a.tobytes() == b.tobytes()


def error_sentence(error: BaseException) -> str:
    """`ValueError: too small (line 3: "x = f(y)")`, from the last line of the student's that was running."""
    try:
        text = _ADDRESS.sub("", str(error).strip().split("\n")[0])
    except BaseException:  # an exception of the student's own that cannot be printed
        text = ""
    kind = type_name(type(error))
    text = f"{kind}: {text}" if text else kind
    text = text if len(text) <= 200 else text[:197] + "..."
    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename != __file__]
    own = [frame for frame in frames if frame.filename == frames[0].filename]
    if not own:
        return text
    source = f': "{own[-1].line}"' if own[-1].line else ""
    return f"{text} (line {own[-1].lineno}{source})"


def _missing(request: dict) -> str:
    name = request["name"]
    if request["verb"] == "method":
        return f"the class has no method called {name}"
    return f"nothing is called {name}: define it in your answer"
