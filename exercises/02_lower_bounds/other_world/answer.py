"""A chance in B is the mean in A of weight times event, over all runs.

P_B(E) = sum over courses of P_B(course) 1_E = sum of P_A(course) weight 1_E. The code handed out takes
the mean of the weights among the runs in which the event happened, which is P_B(E) / P_A(E). For the
sure event that is the same, so the usual test, that the weights have mean 1, passes. The test that
finds it: the answers for an event and for its opposite must add up to 1.
"""

import numpy as np


def other_world(arm, reward, event, means, other):
    p, q = means[arm], other[arm]
    won = reward * np.log(q / p)
    lost = (1 - reward) * np.log((1 - q) / (1 - p))
    weight = np.exp((won + lost).sum(axis=-1))
    return float((weight * event).mean())
