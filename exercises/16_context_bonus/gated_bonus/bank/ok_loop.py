"""One run after the other."""

import numpy as np


def gated_bonus(episodic, novelty, most):
    out = np.empty(episodic.shape)
    for r in range(len(novelty)):
        n = novelty[r]
        s = n.std()
        for e in range(len(n)):
            gate = 1.0 if n.max() == n.min() else 1 + (n[e] - n.mean()) / s
            out[r, e] = episodic[r, e] * min(max(gate, 1.0), most)
    return out
