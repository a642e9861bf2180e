"""Numbers as text that stays the same on every machine: rounded to their own uncertainty.

In this file: `significant`, `pm`, and `Table`, which prints well in a terminal and in a notebook.
"""

from __future__ import annotations

import html
import math
from collections.abc import Sequence


def significant(x: float, digits: int = 3) -> str:
    """x with so many significant digits and no exponent below 10^7: 563.8 -> "564", 0.01234 -> "0.0123"."""
    if not math.isfinite(x) or x == 0:
        return f"{x:g}"
    places = digits - 1 - math.floor(math.log10(abs(x)))
    rounded = round(x, places)
    if abs(rounded) >= 10 ** (digits - places):  # rounded up to one more digit: 0.9996 is 1.00
        places -= 1
    return f"{rounded:.{max(places, 0)}f}" if abs(rounded) < 1e7 else f"{rounded:.{digits - 1}e}"


def pm(mean: float, se: float) -> str:
    """mean ± se, both to the place of the error's first digit (two digits below 2): "594.1 ± 1.4".

    A standard error of 0 (or of rounding) or NaN says nothing of the places: the mean has 4 digits then.
    """
    if not math.isfinite(se) or se <= 1e-12 * abs(mean):
        return significant(mean, 4)
    exponent = math.floor(math.log10(se))
    places = -exponent + (1 if se / 10**exponent < 2 else 0)
    shown = max(places, 0)
    return f"{round(mean, places):.{shown}f} ± {round(se, places):.{shown}f}"


class Table:
    """Rows of text under headings; numbers should be rounded before, by `pm` or `significant`."""

    def __init__(self, headings: Sequence[str], rows: Sequence[Sequence[object]], caption: str = ""):
        self.headings = [str(h) for h in headings]
        self.rows = [[str(cell) for cell in row] for row in rows]
        self.caption = caption
        for row in self.rows:
            if len(row) != len(self.headings):
                raise ValueError(f"rows must have {len(self.headings)} cells; got {len(row)} in {row}")

    def __repr__(self) -> str:
        columns = list(zip(self.headings, *self.rows, strict=True))
        widths = [max(len(cell) for cell in column) for column in columns]
        lines = [
            "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip()
            for row in [self.headings, *self.rows]
        ]
        return "\n".join([self.caption, *lines] if self.caption else lines)

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{html.escape(h)}</th>" for h in self.headings)
        body = "".join(
            "<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>" for row in self.rows
        )
        caption = f"<caption>{html.escape(self.caption)}</caption>" if self.caption else ""
        return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
