"""You stop when the policy no longer changes. The policy settles long before the values do, and in a corridor it may
not change at first because nothing is known yet."""

import numpy as np


def values_within(probs, reward, gamma, tolerance):
    value, policy = np.zeros(len(reward)), None
    while True:
        q = reward + gamma * probs @ value
        value, new = q.max(axis=-1), q.argmax(axis=-1)
        if policy is not None and (new == policy).all():
            return value
        policy = new
