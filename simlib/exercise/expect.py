"""What a check may demand, in words: each helper raises `CheckFailed` with a sentence of its own.

Order within a check: type and shape first, then values, then the edge case. No helper ever shows
the value it wanted, so feedback cannot be copied as an answer. The functions of NumPy that compare
are taken at import, so that a student's cell that replaces `np.allclose` changes nothing.

In this file: `CheckFailed`, `expect`, `expect_number`, `expect_array`, `expect_close`,
`expect_rate`.
"""

from __future__ import annotations

import math

import numpy as np
from scipy.special import bdtr, bdtrc

FALSE_ALARM = 1e-6  # of one check that counts random events
_KINDS = {
    "float": ("iuf", "numbers"),
    "int": ("iu", "whole numbers (an int array)"),
    "bool": ("b", "truth values"),
}
_ARRAY, _isfinite, _isnan = np.ndarray, np.isfinite, np.isnan
_asarray, _broadcast_to, _argwhere = np.asarray, np.broadcast_to, np.argwhere
_abs, _where = np.abs, np.where


class CheckFailed(Exception):  # noqa: N818
    """A check is not passed; the message says in words what was expected."""


def expect(condition: object, sentence: str) -> None:
    """Fail with the sentence unless the condition is true."""
    if condition is not True and not (type(condition) is np.bool_ and condition):
        raise CheckFailed(sentence)


def expect_number(value: object, name: str, low: float = -math.inf, high: float = math.inf) -> float:
    """value as a float, which must be one number in [low, high]."""
    if type(value) not in (int, float):
        raise CheckFailed(f"{name} must be one number; got {_seen(value)}")
    if not low <= value <= high:  # type: ignore[operator]
        raise CheckFailed(f"{name} must be between {low:g} and {high:g}")
    return float(value)  # type: ignore[arg-type]


def expect_array(
    value: object, name: str, shape: tuple[int, ...], kind: str = "float", axes: str = ""
) -> np.ndarray:
    """value as it is, which must be an array of this shape.

    kind: "float" (ints serve too), "int" or "bool"; axes: the shape in words, "(runs, arms)".
    """
    codes, words = _KINDS[kind]
    if type(value) is not _ARRAY:
        raise CheckFailed(f"{name} must be an array of {words}; got {_seen(value)}")
    if value.shape != shape:
        raise CheckFailed(
            f"{name} must have the shape {axes or 'of its arguments'}, here {shape}; got {value.shape}"
        )
    if value.dtype.kind not in codes:
        raise CheckFailed(f"{name} must hold {words}; got dtype {value.dtype}")
    return value


def expect_close(
    got: object, want: object, sentence: str, *, rtol: float = 1e-9, atol: float = 1e-12
) -> None:
    """Fail with the sentence and the first place where |got - want| > atol + rtol |want|.

    Infinite wants must be met exactly; NaN is never close to anything.
    """
    got, want = _asarray(got, dtype=float), _asarray(want, dtype=float)
    if got.shape != want.shape:
        raise CheckFailed(f"{sentence}: wrong shape, {got.shape}")
    finite = _isfinite(got) & _isfinite(want)
    with np.errstate(invalid="ignore"):
        close = _where(finite, _abs(got - want) <= atol + rtol * _abs(want), got == want)
    _expect_all(close, sentence)


def expect_rate(hits: int, n: int, prob: float, sentence: str, *, tests: int = 1) -> None:
    """Fail unless `hits` of n is what events of probability `prob` give, by the exact binomial test.

    A right answer fails with probability at most FALSE_ALARM / tests, two-sided; tests: how many
    such tests the check makes in all.
    """
    tail = min(float(bdtr(hits, n, prob)), float(bdtrc(hits - 1, n, prob)) if hits > 0 else 1.0)
    if not 2 * tail >= FALSE_ALARM / tests:
        raise CheckFailed(sentence)


def _expect_all(ok: np.ndarray, sentence: str) -> None:
    if ok.all():
        return
    wrong = int(ok.size - ok.sum())
    if ok.ndim == 0:
        raise CheckFailed(sentence)
    place = ", ".join(str(int(i)) for i in _argwhere(~ok)[0])
    raise CheckFailed(f"{sentence}. {wrong} of {ok.size} values differ, the first at [{place}]")


def _seen(value: object) -> str:
    if type(value) is _ARRAY:
        return f"an array of shape {value.shape}"
    return "nothing (None)" if value is None else f"a {type(value).__name__}"
