"""Plain data as one line of text, for a pipe between two processes that do not trust each other.

JSON says everything but arrays and the difference between a dict and a sign of our own, so both get a sign:

    [1, 2.5, "a", None]           ->  [1, 2.5, "a", null]
    {"mean": 0.5}                 ->  {"dict": {"mean": 0.5}}
    np.array([[1.0, 2.0]])        ->  {"array": ["<f8", [1, 2], "AAAAAAAA8D8AAAAAAAAAQA=="]}

`decode` reads what may come from an enemy: it builds nothing but plain data, and anything else is a
`ValueError`. How much may come, and whether NaN may, is for `plain.py` to say afterwards. Like that file it
needs only NumPy.

In this file: `encode`, `decode`.
"""

from __future__ import annotations

import base64
import json
import math
from typing import Any

import numpy as np

_TYPES = {f"<{code}": np.dtype(f"<{code}") for code in ("i2", "i4", "i8", "u2", "u4", "u8", "f2", "f4", "f8")}
_TYPES |= {f"|{code}": np.dtype(f"|{code}") for code in ("b1", "i1", "u1")}


def encode(value: Any) -> bytes:
    """Plain data (see `plain.py`) as a line of ASCII, its end included."""
    return json.dumps(_signed(value), separators=(",", ":")).encode("ascii") + b"\n"


def decode(line: bytes) -> Any:
    """The plain data of one line. Raises: ValueError for anything that `encode` would not have written."""
    try:
        return _unsigned(json.loads(line))
    except (ValueError, RecursionError, TypeError, OverflowError) as error:
        raise ValueError(f"a line that is no message: {str(error)[:100]}") from None


def _signed(value: Any) -> Any:
    if isinstance(value, list):
        return [_signed(member) for member in value]
    if isinstance(value, dict):
        return {"dict": {key: _signed(member) for key, member in value.items()}}
    if isinstance(value, np.ndarray):
        little = np.ascontiguousarray(value, dtype=value.dtype.newbyteorder("<"))
        text = base64.b64encode(little.tobytes()).decode("ascii")
        return {"array": [little.dtype.str, list(value.shape), text]}
    return value


def _unsigned(value: Any) -> Any:
    if isinstance(value, list):
        return [_unsigned(member) for member in value]
    if not isinstance(value, dict):
        return value
    if len(value) != 1:
        raise ValueError("a sign that nobody knows")
    ((sign, content),) = value.items()
    if sign == "dict" and isinstance(content, dict):
        return {key: _unsigned(member) for key, member in content.items()}
    if sign == "array" and isinstance(content, list) and len(content) == 3:
        return _array(*content)
    raise ValueError("a sign that nobody knows")


def _array(code: Any, shape: Any, text: Any) -> np.ndarray:
    if not isinstance(code, str) or code not in _TYPES or not isinstance(text, str):
        raise ValueError("an array of unknown type")
    if not isinstance(shape, list) or len(shape) > 32 or not all(type(n) is int and n >= 0 for n in shape):
        raise ValueError("an array of unknown shape")
    data = base64.b64decode(text.encode("ascii"), validate=True)
    if len(data) != math.prod(shape) * _TYPES[code].itemsize:
        raise ValueError("an array whose shape does not fit its numbers")
    return np.frombuffer(data, dtype=_TYPES[code]).reshape(shape).copy()
