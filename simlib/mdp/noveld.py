"""NovelD: pay for crossing from the known to the unknown, once in an episode.

    bonus(s, s') = max(b(s') - a * b(s), 0) * [first visit to s' in this episode]

b is a global novelty, in the paper the error of a network, here a count. In the middle of the unknown every
place is as new as the last, and there is nothing to gain; the pay is at the frontier. The factor at the end
makes it a product of a global and an episodic bonus.

In this file: `noveld`.
"""

from __future__ import annotations

import numpy as np

from simlib.validate import check_real


def noveld(before: np.ndarray, after: np.ndarray, first: np.ndarray, scale: float = 0.5) -> np.ndarray:
    """max(after - scale * before, 0) * first.

    before, after: novelty b >= 0 of the place left and the place reached; first: 1 on a first visit, else 0;
    scale a >= 0. All shapes broadcast.
    Raises: ValueError for a negative scale.

    Source: [Zhang2021]
    Differs: novelty is a count's here; the paper takes the error of random network distillation.
    """
    return np.maximum(after - check_real("scale", scale, 0) * before, 0) * first
