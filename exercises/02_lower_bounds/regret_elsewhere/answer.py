"""Little regret in A means few pulls of arm 1, and these are all that can tell A from B.

A regret r in A is r / gap_a pulls of arm 1, so the evidence is that times kl(low, high). By Markov's
inequality the chance of E in A is at most r over T/2 gap_a; what is left of the right side of
Bretagnolle and Huber's inequality is a lower bound on the chance of "not E" in B, and each such game
costs T/2 gap_b. The bound falls exponentially in r: it bites while the evidence is a few nats.
"""

import math

import numpy as np


def regret_elsewhere(regret, horizon, low, mid, high):
    divergence = low * math.log(low / high) + (1 - low) * math.log((1 - low) / (1 - high))
    evidence = regret / (mid - low) * divergence
    chance_in_a = regret / (horizon / 2 * (mid - low))
    chance_in_b = np.exp(-evidence) / 2 - chance_in_a
    return horizon / 2 * (high - mid) * np.maximum(chance_in_b, 0)
