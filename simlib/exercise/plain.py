"""The data boundary: what may cross between the judge and an answer, and nothing else does.

Plain data are None, bool, int, float, str, list, dict with str keys, and NumPy arrays of numbers.
Of a subclass of a built-in type only the built-in part crosses, and none of its code. `plain` copies
whatever it lets through, so that neither side can change the other's data afterwards.

This file and `host.py` need only NumPy and each other: they also serve in a process of their own.

In this file: `NotPlain`, `Limits`, `plain`, `type_name`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

_ARRAY = np.ndarray
_NUMBERS = tuple(np.dtype(code).type for code in "?bhilqBHILQefd")
_LONG, _FLOAT = np.longdouble, np.dtype(float)
_isfinite, _isnan, _isinf, _copy = np.isfinite, np.isnan, np.isinf, np.array
_errstate = np.errstate


class NotPlain(Exception):  # noqa: N818
    """A value may not cross; the message completes the sentence "ucb1 returned ..."."""


@dataclass(frozen=True)
class Limits:
    """How much may cross in one message."""

    depth: int = 16  # lists within lists
    items: int = 100_000  # members of all lists and dicts together
    characters: int = 100_000  # of all texts together
    array_bytes: int = 32 * 2**20  # of all arrays together
    ndim: int = 8  # axes of one array


class _Copier:
    """One message being copied; it counts down what may still cross."""

    def __init__(self, limits: Limits, nan: bool, inf: bool):
        self.limits, self.nan, self.inf = limits, nan, inf
        self.items, self.characters = limits.items, limits.characters
        self.array_bytes = limits.array_bytes

    def copy(self, value: object, depth: int) -> object:
        copy = _COPY_OF.get(type(value))
        if copy is None:
            value = _as_base(value)
            copy = _COPY_OF.get(type(value))
        if copy is None:
            kind = type_name(type(value))
            raise NotPlain(f"a {kind}; wanted a number, a text, a list, a dict or an array of numbers")
        return copy(self, value, depth)

    def _itself(self, value, depth: int) -> bool | None:
        return value

    def _number(self, value, depth: int) -> object:
        return self.copy(value.item(), depth)

    def _long(self, value, depth: int) -> object:
        return self._float(float(value))

    def _int(self, value, depth: int = 0) -> int:
        if not -(2**63) <= value < 2**64:
            raise NotPlain("an int of more than 64 bits")
        return value

    def _float(self, value, depth: int = 0) -> float:
        if math.isnan(value) and not self.nan:
            raise NotPlain("NaN; wanted a number")
        if math.isinf(value) and not self.inf:
            raise NotPlain("an infinite number; wanted a finite one")
        return value

    def _text(self, value, depth: int = 0) -> str:
        self.characters -= len(value)
        if self.characters < 0:
            raise _too_much(self.limits.characters, "characters")
        return value

    def _array(self, value, depth: int = 0) -> np.ndarray:
        dtype = _FLOAT if value.dtype == _LONG else value.dtype  # more digits than may cross: rounded
        if dtype.kind not in "biuf" or dtype.itemsize > 8:
            raise NotPlain(f"an array of dtype {_short(str(dtype))}; wanted bool, int or float numbers")
        if value.ndim > self.limits.ndim:
            raise NotPlain(f"an array of {value.ndim} axes; at most {self.limits.ndim} may cross")
        self.array_bytes -= value.size * dtype.itemsize
        if self.array_bytes < 0:
            raise _too_much(self.limits.array_bytes, "bytes of arrays")
        with _errstate(over="ignore"):
            value = _copy(value, dtype=dtype.newbyteorder("="), order="C", copy=True)
        if dtype.kind == "f" and not _isfinite(value).all():
            if not self.nan and _isnan(value).any():
                raise NotPlain("an array with NaN in it; wanted numbers")
            if not self.inf and _isinf(value).any():
                raise NotPlain("an array with infinity in it; wanted finite numbers")
        return value

    def _container(self, value, depth: int) -> list | dict:
        if depth >= self.limits.depth:
            raise NotPlain(f"lists nested more than {self.limits.depth} deep")
        self.items -= len(value)
        if self.items < 0:
            raise _too_much(self.limits.items, "items")
        if type(value) is not dict:
            return [self.copy(member, depth + 1) for member in value]
        return {self._key(key): self.copy(member, depth + 1) for key, member in value.items()}

    def _key(self, key) -> str:
        key = _as_base(key)
        if type(key) is not str:
            raise NotPlain(f"a dict with a {type_name(type(key))} as key; wanted keys that are texts")
        return self._text(key)


_COPY_OF = {
    **dict.fromkeys(_NUMBERS, _Copier._number),
    _LONG: _Copier._long,
    **dict.fromkeys((type(None), bool), _Copier._itself),
    **dict.fromkeys((list, tuple, dict), _Copier._container),
    int: _Copier._int,
    float: _Copier._float,
    str: _Copier._text,
    _ARRAY: _Copier._array,
}


# an object of a subclass as the built-in type itself, by that type's own means: no method of the subclass is
# called
_BASES: dict[type, Any] = {
    dict: lambda value: dict(dict.items(value)),
    list: lambda value: list.__getitem__(value, slice(None)),
    tuple: lambda value: tuple.__getitem__(value, slice(None)),
    str: str.__str__,
    float: float.__float__,
    int: int.__int__,
}


def _as_base(value: object) -> object:
    """A value of a subclass of a built-in type (an OrderedDict, NumPy's text) as that type; or as it is."""
    for base, copied in _BASES.items():
        if type(value) is not bool and base in type.__dict__["__mro__"].__get__(type(value)):
            return copied(value)
    return value


def plain(value: object, *, nan: bool = False, inf: bool = False, limits: Limits | None = None) -> Any:
    """A deep copy of plain data; a tuple becomes a list, a NumPy number becomes Python's.

    nan, inf: whether NaN and infinite numbers may cross.

    Raises: NotPlain for anything else, and for more of it than `limits` allow.
    """
    try:
        return _Copier(limits or Limits(), nan, inf).copy(value, 0)
    except RecursionError:
        raise NotPlain("lists nested too deep") from None


def _too_much(limit: int, unit: str) -> NotPlain:
    return NotPlain(f"too much: more than {limit} {unit}")


def type_name(kind: type) -> str:
    """The name of a type, short, whatever its metaclass says."""
    return _short(str(type.__dict__["__name__"].__get__(kind)))


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "..."
