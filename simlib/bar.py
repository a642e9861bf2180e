"""Progress on long work: a bar that appears after two seconds, on terminals and in notebooks only.

In this file: `progress_bar`.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

from tqdm.auto import tqdm


def progress_bar(
    items: Iterable[Any] | None = None,
    *,
    total: int,
    unit: str,
    done: int = 0,
    title: str = "",
    show: bool | None = None,
) -> tqdm:
    """A tqdm bar over `items`, or to be moved by `update(n)`, that starts at `done` of `total`.

    show: True, False, or None for a bar where someone is looking: on a terminal or in a notebook, unless the
    environment's TQDM_DISABLE says no.
    """
    hidden = not show if show is not None else bool(os.environ.get("TQDM_DISABLE")) or None
    desc = title or None
    return tqdm(items, desc=desc, total=total, initial=done, unit=unit, delay=2, disable=hidden)
