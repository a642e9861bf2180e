"""You mix the two policies in each state. In a state that the second one visits more often you are more likely to be
following the second: mix what they do in the world, not what they would do."""

import numpy as np


def one_policy(probs, gamma, start, first, second, share):
    return share * first + (1 - share) * second
