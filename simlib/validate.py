"""Checks at the boundary: one sentence that names the argument, what was wanted and what was seen.

Constructors, `fit` and the first lines of a public function call these; inner loops trust their callers.

In this file: `check_int`, `check_real`, `check_probs`, `check_array`, `check_choice`, `nearest`.
"""

from __future__ import annotations

import difflib
import math
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np


def check_int(name: str, value: Any, low: int | None = None, high: int | None = None) -> int:
    """`value` as int if it is a whole number (not a bool) in [low, high]; NumPy's integers count.

    Raises: ValueError otherwise.
    """
    want = "an int" + _range_text(low, high)
    if isinstance(value, (bool, np.bool_)) or not isinstance(value, (int, np.integer)):
        _refuse(name, want, value)
    if (low is not None and value < low) or (high is not None and value > high):
        _refuse(name, want, value)
    return int(value)


def check_real(
    name: str,
    value: Any,
    low: float | None = None,
    high: float | None = None,
    *,
    open_low: bool = False,
    open_high: bool = False,
) -> float:
    """`value` as float if it is a finite number between low and high; an open end is excluded.

    Raises: ValueError otherwise, so for NaN and infinity.
    """
    want = "a number" + _range_text(low, high, open_low, open_high)
    number = isinstance(value, (int, float, np.integer, np.floating)) and not isinstance(value, bool)
    if not number or not math.isfinite(value):
        _refuse(name, want, value)
    if low is not None and (value < low or (open_low and value == low)):
        _refuse(name, want, value)
    if high is not None and (value > high or (open_high and value == high)):
        _refuse(name, want, value)
    return float(value)


def check_probs(name: str, values: Any) -> np.ndarray:
    """`values` as float array (K,), K >= 1, each in [0, 1]; they need not sum to one.

    Raises: ValueError otherwise, naming the number farthest outside.
    """
    array = check_array(name, values, ndim=1)
    if array.size == 0:
        _refuse(name, "at least one probability", "none")
    if array.min() < 0 or array.max() > 1:
        outside = array.max() if array.max() - 1 > -array.min() else array.min()
        _refuse(name, "in [0, 1]", f"{'max' if outside > 1 else 'min'} {outside:g}")
    return array


def check_array(
    name: str,
    value: Any,
    *,
    ndim: int | None = None,
    shape: Sequence[int | None] | None = None,
    dtype: Any = float,
    finite: bool = True,
) -> np.ndarray:
    """`value` as array of `dtype`, of so many axes and this shape (None: any length), finite.

    Raises: ValueError otherwise.
    """
    try:
        array = np.asarray(value, dtype=dtype)
    except (TypeError, ValueError):
        _refuse(name, f"an array of {np.dtype(dtype).name}", repr(value)[:60])
    if ndim is not None and array.ndim != ndim:
        _refuse(name, f"an array with {ndim} {'axis' if ndim == 1 else 'axes'}", f"shape {array.shape}")
    if shape is not None:
        fits = len(shape) == array.ndim and all(
            want in (None, have) for want, have in zip(shape, array.shape, strict=True)
        )
        if not fits:
            wanted = ", ".join("any" if want is None else str(want) for want in shape)
            _refuse(name, f"an array of shape ({wanted})", f"shape {array.shape}")
    if finite and array.dtype.kind in "fc" and not np.isfinite(array).all():
        bad = array[~np.isfinite(array)][0]
        _refuse(name, "finite", f"{bad:g}")
    return array


def check_choice(name: str, value: Any, choices: Iterable[Any]) -> Any:
    """`value` if it is one of `choices`.

    Raises: ValueError otherwise, naming the nearest choices.
    """
    options = list(choices)
    if value not in options:
        close = nearest(str(value), [str(option) for option in options]) or options[:5]
        _refuse(name, f"one of {', '.join(str(c) for c in close)}", repr(value))
    return value


def nearest(word: str, choices: Iterable[str], n: int = 3) -> list[str]:
    """The at most n choices most like `word`, best first, by difflib's ratio of at least 0.5."""
    return difflib.get_close_matches(word, list(choices), n=n, cutoff=0.5)


def _refuse(name: str, want: str, seen: Any) -> None:
    raise ValueError(f"{name} must be {want}; got {seen}")


def _range_text(low: Any, high: Any, open_low: bool = False, open_high: bool = False) -> str:
    if low is not None and high is not None:
        return f" in {'(' if open_low else '['}{low:g}, {high:g}{')' if open_high else ']'}"
    if low is not None:
        return f" {'>' if open_low else '>='} {low:g}"
    if high is not None:
        return f" {'<' if open_high else '<='} {high:g}"
    return ""
