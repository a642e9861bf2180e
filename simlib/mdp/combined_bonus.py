"""Two answers to "what is new?", made into one.

A global bonus knows what was seen in all experience, an episodic one what was seen since the episode began.

    product   bonus = b_global * b_episodic        both must call it new
    sum       bonus = (b_global + b_episodic) / 2  one is enough

In a product the episodic part switches off what was already visited, and the global part weighs the rest.
In a sum a bonus that cannot fade goes on paying, whatever the other says.

In this file: `product`, `weighted_sum`.
"""

from __future__ import annotations

import numpy as np

from simlib.validate import check_real


def product(global_bonus: np.ndarray, episodic_bonus: np.ndarray) -> np.ndarray:
    """global * episodic, of shapes that broadcast. Source: [Henaff2023]"""
    return global_bonus * episodic_bonus


def weighted_sum(global_bonus: np.ndarray, episodic_bonus: np.ndarray, weight: float = 0.5) -> np.ndarray:
    """weight * global + (1 - weight) * episodic, weight in [0, 1].

    Raises: ValueError for a weight out of range.
    """
    weight = check_real("weight", weight, 0, 1)
    return weight * global_bonus + (1 - weight) * episodic_bonus
