"""You take one over the divergence. That is the right order of magnitude, and it does not even
depend on delta: it cannot be the exact number for each delta."""

import math


def tosses_needed(p, q, delta):
    kl = p * math.log(p / q) + (1 - p) * math.log((1 - p) / (1 - q))
    return math.ceil(1 / kl)
