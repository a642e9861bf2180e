"""Standardise within the run, never below 1, never above `most`.

The lower cut makes the difference from a product: a place that is known by heart still pays its episodic bonus, so the
agent keeps walking, and only what is rarer than usual pays more. The scale of the novelty drops out, so no beta for
the global part has to be found. The price: where everything is old, the gate cannot say "elsewhere" louder than the
spread of the novelties allows.
"""

import numpy as np


def gated_bonus(episodic, novelty, most):
    above = novelty - novelty.mean(axis=1, keepdims=True)
    sd = novelty.std(axis=1, keepdims=True)
    flat = sd <= 1e-12 * np.abs(novelty).max(axis=1, keepdims=True)
    gate = 1 + np.where(flat, 0.0, above / np.where(flat, 1.0, sd))
    return episodic * np.clip(gate, 1, most)
