"""All further sweeps together move each state by between gamma m / (1 - gamma) and gamma M / (1 - gamma).

T is monotone, and adding c to a guess adds gamma c to what a sweep makes of it. From Tv >= v + m follows
TTv >= Tv + gamma m, and so on: a geometric series, from either side. The width is gamma (M - m) / (1 - gamma): a guess
that is wrong by the same amount everywhere gives itself away completely.
"""

import numpy as np


def bracket(probs, reward, gamma, value):
    new = (reward + gamma * probs @ value).max(axis=-1)
    step = new - value
    tail = gamma / (1 - gamma) * np.array([step.min(), step.max()])
    return new + tail[:, None]
