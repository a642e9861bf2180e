"""You take the rule that the tosses are one over the gap squared. That is how the number grows when
the gap shrinks; the factor before it depends on delta and on where the coins lie."""

import math


def tosses_needed(p, q, delta):
    return math.ceil(1 / (p - q) ** 2)
