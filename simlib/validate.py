"""Checks at the boundary: one sentence that names the argument, what was wanted and what was seen.

Constructors, `fit` and the first lines of a public function call these; inner loops trust their callers.

In this file: `check_int`, `check_real`, `check_probs`, `check_array`, `check_choice`, `nearest`.
"""

from __future__ import annotations

import difflib
import math
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

import numpy as np

# ints by inheritance only
NOT_NUMBERS = (bool, np.timedelta64)


def check_int(name: str, value: Any, low: int | None = None, high: int | None = None) -> int:
    """`value` as int if it is a whole number (not a bool) in [low, high]; NumPy's integers count.

    Raises: ValueError otherwise.
    """
    want = "an int" + _range_text(low, high)
    if not isinstance(value, (int, np.integer)) or isinstance(value, NOT_NUMBERS):
        _refuse(name, want, _shown(value))
    if (low is not None and value < low) or (high is not None and value > high):
        _refuse(name, want, _shown(value))
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
    """`value` as float if that is finite and between low and high; an open end is excluded.

    The float is compared, not `value`: a float32 slightly above 0.1 is above 0.1.

    Raises: ValueError otherwise, so for NaN, infinity and bools.
    """
    want = "a number" + _range_text(low, high, open_low, open_high)
    number = _finite_float(value)
    if number is None:
        _refuse(name, want, _shown(value))
    seen = _shown(value if isinstance(value, (int, np.integer)) else number)
    if low is not None and (number < low or (open_low and number == low)):
        _refuse(name, want, seen)
    if high is not None and (number > high or (open_high and number == high)):
        _refuse(name, want, seen)
    return number


def check_probs(name: str, values: Any) -> np.ndarray:
    """`values` as float array (K,), K >= 1, each in [0, 1]; they need not sum to one.

    Raises: ValueError otherwise, naming the number farthest outside.
    """
    array = check_array(name, values, ndim=1)
    if array.size == 0:
        _refuse(name, "at least one probability", "none")
    if array.min() < 0 or array.max() > 1:
        high, low = float(array.max()), float(array.min())
        _refuse(name, "in [0, 1]", f"max {high}" if high - 1 > -low else f"min {low}")
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

    An array of ints or bools takes only what it can hold: 2.0 becomes 2, 2.5 is refused; one of floats
    rounds, but no number becomes infinite. Text is never read as numbers, nor complex numbers as real
    ones. The array may share memory with `value`.

    Raises: ValueError otherwise.
    """
    array = _converted(value, np.dtype(dtype))
    if array is None:
        _refuse(name, f"an array of {np.dtype(dtype).name}", _shown(value))
    if ndim is not None and array.ndim != ndim:
        _refuse(name, f"an array with {ndim} {'axis' if ndim == 1 else 'axes'}", f"shape {array.shape}")
    if shape is not None:
        fits = len(shape) == array.ndim and all(
            want in (None, have) for want, have in zip(shape, array.shape, strict=True)
        )
        if not fits:
            wanted = ", ".join("any" if want is None else str(want) for want in shape)
            comma = "," if len(shape) == 1 else ""
            _refuse(name, f"an array of shape ({wanted}{comma})", f"shape {array.shape}")
    if finite and array.dtype.kind in "fc" and not np.isfinite(array).all():
        _refuse(name, "finite", f"{array[~np.isfinite(array)][0]:g}")
    return array


def check_choice(name: str, value: Any, choices: Iterable[Any]) -> Any:
    """`value` if it is one of `choices`.

    Raises: ValueError otherwise, naming all of up to five choices, of more the nearest.
    """
    options = list(choices)
    if isinstance(value, np.ndarray) or value not in options:
        words = [str(option) for option in options]
        shown = words if len(words) <= 5 else nearest(str(value), words) or [*words[:5], "..."]
        _refuse(name, f"one of {', '.join(shown)}", _shown(value))
    return value


def nearest(word: str, choices: Iterable[str], n: int = 3) -> list[str]:
    """The at most n choices most like `word`, best first, by difflib's ratio of at least 0.5."""
    return difflib.get_close_matches(word, list(choices), n=n, cutoff=0.5)


def _converted(value: Any, dtype: np.dtype) -> np.ndarray | None:
    """`value` as array of `dtype`, or None where that would lose something or read text as a number."""
    numbers = "biufc" if dtype.kind == "c" else "biuf"
    try:
        array = np.asarray(value)
        if dtype.kind in numbers and array.dtype.kind not in numbers:
            return None
        with np.errstate(invalid="ignore", over="ignore"):
            converted = array.astype(dtype, copy=False)
    except (TypeError, ValueError, OverflowError):
        return None
    if dtype.kind in "biu":
        kept = np.array_equal(converted, array)
    else:
        kept = dtype.kind not in "fc" or np.array_equal(np.isinf(converted), np.isinf(array))
    return converted if kept else None


def _finite_float(value: Any) -> float | None:
    """`value` as float, or None if it is no real number or has no finite float."""
    if not isinstance(value, (int, float, np.integer, np.floating)) or isinstance(value, NOT_NUMBERS):
        return None
    try:
        number = float(value)
    except OverflowError:  # an int beyond the floats
        return None
    return number if math.isfinite(number) else None


def _refuse(name: str, want: str, seen: str) -> NoReturn:
    raise ValueError(f"{name} must be {want}; got {seen}")


def _shown(value: Any) -> str:
    """`value` on one line of at most 60 characters.

    A number as it is, all else as Python writes it, so that '3', array(3) and Decimal('3') are not taken
    for 3.
    """
    try:
        plain = isinstance(value, (int, float, np.number))
        text = str(value) if plain else repr(str(value) if isinstance(value, str) else value)
    except ValueError:  # Python writes no int of more than 4300 digits
        return "an int too long to show"
    text = " ".join(text.split())
    return text if len(text) <= 60 else text[:57] + "..."


def _range_text(low: Any, high: Any, open_low: bool = False, open_high: bool = False) -> str:
    if low is not None and high is not None:
        return f" in {'(' if open_low else '['}{low}, {high}{')' if open_high else ']'}"
    if low is not None:
        return f" {'>' if open_low else '>='} {low}"
    if high is not None:
        return f" {'<' if open_high else '<='} {high}"
    return ""
